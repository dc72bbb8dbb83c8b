using System.Text.RegularExpressions;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>What only the source shows: which clock and which chance the service goes by.</summary>
public partial class SourceTests
{
    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)\b")]
    private static partial Regex ClockOfTheMachine { get; }

    [GeneratedRegex(@"\bRandom\s*\.\s*Shared\b|\bnew\s+Random\b|\bRandom\s+\w+\s*=\s*new\b")]
    private static partial Regex ChanceThatCanBeForeseen { get; }

    [Fact]
    public void Time_comes_from_the_TimeProvider_so_that_tests_can_set_it() =>
        SourceLines().ShouldAllKeep(line => !ClockOfTheMachine.IsMatch(line.Code), "Take a TimeProvider.");

    [Fact]
    public void Chance_comes_from_the_operating_system() =>
        SourceLines().ShouldAllKeep(line => !ChanceThatCanBeForeseen.IsMatch(line.Code), "Take RandomNumberGenerator.");

    private static IEnumerable<(string Where, string Code)> SourceLines() => Repository.Lines(".cs")
        .Where(line => line.Where.StartsWith("src", StringComparison.Ordinal)
            && !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal));
}

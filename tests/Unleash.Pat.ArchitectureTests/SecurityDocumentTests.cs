using System.Globalization;
using System.Text.RegularExpressions;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>docs/security.md answers every requirement of OWASP ASVS 5.0.0, levels 1 and 2, and names tests that exist.</summary>
public partial class SecurityDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "security.md"));

    // A row of ASVS: "| 1.2.1 – 1.2.3, 1.2.5 | met |".
    [GeneratedRegex(@"^\| (?<numbers>\d+\.\d+\.\d+[\d., –]*) \| (?<verdict>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+Tests\b")]
    private static partial Regex TestClass { get; }

    [Fact]
    public void Every_requirement_is_answered_once()
    {
        var required = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "asvs-5.0.0-level-2.txt"));
        required.Length.ShouldBe(253);

        Row.Matches(Document).SelectMany(row => Numbers(row.Groups["numbers"].Value, required)).Order().ShouldBe(required.Order());
    }

    [Fact]
    public void Every_answer_is_one_of_four() => Row.Matches(Document).Select(row => row.Groups["verdict"].Value).Distinct()
        .ShouldBeSubsetOf(["met", "operator", "not applicable", "not met"]);

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var classes = Repository.Files(".cs").Select(Path.GetFileNameWithoutExtension).Append("ArchitectureTests").ToHashSet();

        var named = TestClass.Matches(Document).Select(match => match.Value).ToHashSet();

        named.Count.ShouldBeGreaterThan(50);
        named.Where(name => !classes.Contains(name)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Numbers(string cell, string[] required) => cell.Split(", ").SelectMany(part =>
    {
        var ends = part.Split(" – ");
        return ends.Length == 1
            ? ends
            : required.Where(number => Position(number) >= Position(ends[0]) && Position(number) <= Position(ends[1]));
    });

    private static int Position(string number) => number.Split('.')
        .Aggregate(0, (position, part) => (position * 100) + int.Parse(part, CultureInfo.InvariantCulture));
}

using System.Text.RegularExpressions;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>What docs/operations.md tells people to copy.</summary>
internal static partial class Documented
{
    /// <summary>The first block in this language below a heading.</summary>
    public static string Block(string heading, string language)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "operations.md"));
        var start = text.IndexOf($"\n### {heading}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, heading);
        var section = text[(start + 1)..].Split("\n##")[0];
        return Blocks().Matches(section).First(block => block.Groups["language"].Value == language).Groups["text"].Value;
    }

    /// <summary>The settings below a heading.</summary>
    public static (string Key, string Value)[] Settings(string heading) =>
        [.. Block(heading, "sh").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).Select(pair => (pair[0], pair[1]))];

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}

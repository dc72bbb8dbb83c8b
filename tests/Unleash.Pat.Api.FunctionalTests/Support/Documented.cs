using System.Text.RegularExpressions;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>What the documentation tells people to copy.</summary>
internal static partial class Documented
{
    /// <summary>The first block in this language below a heading.</summary>
    /// <param name="page">A file in docs/.</param>
    public static string Block(string heading, string language, string page = "operations.md")
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", page));
        var start = Regex.Match(text, $"^##+ {Regex.Escape(heading)}$", RegexOptions.Multiline);
        start.Success.ShouldBeTrue(heading);
        var section = text[start.Index..].Split("\n##")[0];
        return Blocks().Matches(section).First(block => block.Groups["language"].Value == language).Groups["text"].Value;
    }

    /// <summary>The settings below a heading.</summary>
    public static (string Key, string Value)[] Settings(string heading) =>
        [.. Block(heading, "sh").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).Select(pair => (pair[0], pair[1]))];

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}

using System.Text.RegularExpressions;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>What comments and documents refer to is in the repository.</summary>
public partial class CitationTests
{
    private static readonly string[] Texts = [".cs", ".md", ".razor", ".sql", ".sh", ".json"];

    // A heading of docs/api.md with its number.
    [GeneratedRegex(@"^#{2,3} (?<number>\d+(\.\d+)?) ", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"docs/api\.md, sections? (?<number>\d+(\.\d+)?)((,| and| to) (section )?(?<number>\d+(\.\d+)?))*")]
    private static partial Regex Citation { get; }

    // Documents that only their writers have.
    [GeneratedRegex(@"\bcontract('s)? sections?\b|\bIssue \d", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere { get; }

    [GeneratedRegex(@"\]\((?<path>[^)#:\s]+)?(#(?<anchor>[^)\s]+))?\)")]
    private static partial Regex Link { get; }

    [Fact]
    public void A_cited_section_of_the_API_exists()
    {
        var numbers = Numbers(Heading, File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "api.md"))).ToHashSet();

        var wrong = Repository.Lines(Texts)
            .Where(line => Numbers(Citation, line.Text).Any(number => !numbers.Contains(number)));

        numbers.ShouldContain("1.1");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_cites_what_the_repository_does_not_have() =>
        Repository.Lines(Texts).Where(line => Elsewhere.IsMatch(line.Text)).ShouldBeEmpty();

    [Fact]
    public void Every_link_of_a_document_leads_to_a_file_and_a_heading() => Repository.Files(".md")
        .SelectMany(file => Link.Matches(File.ReadAllText(file)).Where(link => !Leads(file, link)).Select(link => $"{file}: {link.Value}"))
        .ShouldBeEmpty();

    private static IEnumerable<string> Numbers(Regex pattern, string text) =>
        pattern.Matches(text).SelectMany(match => match.Groups["number"].Captures).Select(capture => capture.Value);

    private static bool Leads(string from, Match link)
    {
        var target = link.Groups["path"].Success
            ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, link.Groups["path"].Value))
            : from;
        return link.Groups["anchor"].Success
            ? File.Exists(target) && Anchors(target).Contains(link.Groups["anchor"].Value)
            : Path.Exists(target);
    }

    // As GitHub makes them: in lower case, without punctuation, with hyphens for spaces.
    private static HashSet<string> Anchors(string document) =>
    [
        .. File.ReadLines(document)
            .Where(line => line.StartsWith('#'))
            .Select(line => string.Concat(line.TrimStart('#').Trim().ToLowerInvariant().Replace(' ', '-').Where(IsOfAnchor))),
    ];

    private static bool IsOfAnchor(char character) => char.IsLetterOrDigit(character) || character is '-' or '_';
}

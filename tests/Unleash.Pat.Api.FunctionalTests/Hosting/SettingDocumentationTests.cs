using Unleash.Pat.Api.Hosting.Settings;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>docs/configuration.md says of the settings what the service says.</summary>
public class SettingDocumentationTests
{
    [Fact]
    public void The_document_has_every_setting_with_its_default_and_meaning_and_no_other()
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryFolder.Root, "docs", "configuration.md"));
        var head = Array.IndexOf(lines, "| name | default | meaning |");
        head.ShouldBeGreaterThan(0);

        lines.Skip(head + 2).TakeWhile(line => line.StartsWith('|')).ShouldBe(SettingCatalogue.All.Select(Row));
    }

    private static string Row(Setting setting) =>
        $"| `{setting.Key}`{(setting.IsList ? " …" : "")} | {setting.Default} | {FromDocs(setting.Meaning)} |";

    // The catalogue's links start at the root and its README, those of the document in its folder.
    private static string FromDocs(string meaning) => meaning
        .Replace("](docs/", "](", StringComparison.Ordinal)
        .Replace("](#", "](../README.md#", StringComparison.Ordinal);
}

using Unleash.Pat.Api.Hosting.Settings;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>The README says of the settings what the service says.</summary>
public class SettingDocumentationTests
{
    [Fact]
    public void The_readme_has_every_setting_with_its_default_and_meaning_and_no_other()
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryFolder.Root, "README.md"));
        var head = Array.IndexOf(lines, "| name | default | meaning |");
        head.ShouldBeGreaterThan(0);

        lines.Skip(head + 2).TakeWhile(line => line.StartsWith('|')).ShouldBe(SettingCatalogue.All.Select(Row));
    }

    private static string Row(Setting setting) =>
        $"| `{setting.Key}`{(setting.IsList ? " …" : "")} | {setting.Default} | {setting.Meaning} |";
}

using System.Text.Json;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Serving;

/// <summary>The files next to the published program.</summary>
public sealed class PublishedFolderTests(TestRun run)
{
    [Theory]
    [InlineData("LICENSE")]
    [InlineData("THIRD-PARTY-NOTICES.txt")]
    public async Task The_licences_are_published(string name) =>
        File.Exists(Path.Combine(await run.ProgramFolderAsync(), name)).ShouldBeTrue();

    [Fact]
    public async Task Settings_are_not_published_because_those_for_development_have_a_well_known_password() =>
        Directory.EnumerateFiles(await run.ProgramFolderAsync(), "appsettings*.json").ShouldBeEmpty();

    [Fact]
    public async Task Only_one_program_is_published() =>
        Directory.EnumerateFiles(await run.ProgramFolderAsync(), "*.runtimeconfig.json").Select(Path.GetFileName)
            .ShouldBe(["Unleash.Pat.Api.runtimeconfig.json"]);

    [Fact]
    public async Task The_SBOM_has_every_package_that_the_program_loads()
    {
        var folder = await run.ProgramFolderAsync();
        using var dependencies = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "Unleash.Pat.Api.deps.json"), Cancel));
        var loaded = dependencies.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name)
            .ToList();

        loaded.ShouldContain(name => name.StartsWith("Microsoft.Data.SqlClient/", StringComparison.Ordinal));
        loaded.ShouldBeSubsetOf(await ComponentsAsync(folder, "Unleash.Pat.Api"));
    }

    [Fact]
    public async Task The_admin_UI_has_an_SBOM() =>
        (await ComponentsAsync(await run.ProgramFolderAsync(), "Unleash.Pat.AdminUi"))
            .ShouldContain(name => name.StartsWith("MudBlazor/", StringComparison.Ordinal));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<IEnumerable<string>> ComponentsAsync(string folder, string project)
    {
        using var list = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "sbom", $"{project}.cdx.json"), Cancel));
        return
        [
            .. list.RootElement.GetProperty("components").EnumerateArray()
                .Select(part => $"{part.GetProperty("name").GetString()}/{part.GetProperty("version").GetString()}"),
        ];
    }
}

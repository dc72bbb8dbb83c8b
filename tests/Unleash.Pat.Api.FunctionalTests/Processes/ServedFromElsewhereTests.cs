using System.Text.RegularExpressions;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>Started in another folder than its own, the service has all that it was built with. No engine has a part in it.</summary>
[OneEngineOnly("It is about the process, which no engine changes.")]
public sealed partial class ServedFromElsewhereTests : ProcessTests<SqliteEngine>
{
    [Fact]
    public async Task Pages_scripts_and_styles_have_content()
    {
        var client = await ClientAsync(StartBare());

        var pages = $"{(await client.GetAsync("/")).Body}{(await client.GetAsync("/login")).Body}";
        var names = Names().Matches(pages).Select(match => match.Groups[1].Value).Distinct().ToList();
        names.ShouldContain(name => name.EndsWith(".js", StringComparison.Ordinal));
        names.ShouldContain(name => name.EndsWith(".css", StringComparison.Ordinal));
        foreach (var name in names)
        {
            var file = await client.GetAsync($"/{name}");
            file.Status.ShouldBe(200, name);
            file.Body.ShouldNotBeEmpty(name);
        }
    }

    [Fact]
    public async Task A_database_without_a_folder_is_in_the_one_that_the_service_is_started_in()
    {
        var service = StartBare(("ConnectionStrings:UnleashPat", "Data Source=data/unleash-pat.db"));
        await service.ReadyAsync(Cancel);

        File.Exists(Path.Combine(service.Folder, "data", "unleash-pat.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_build_without_the_files_of_its_UI_does_not_serve()
    {
        var service = Run(
            [("ASPNETCORE_STATICWEBASSETS", "none.json")],
            prepare: folder => File.WriteAllText(Path.Combine(folder, "none.json"), """{"ContentRoots":[],"Root":{"Children":null,"Asset":null,"Patterns":null}}"""));

        await ShouldBeRefusedAsync(service, "admin UI");
        File.Exists(Engine.FilePath).ShouldBeFalse();
    }

    [Fact]
    public async Task A_build_without_the_list_of_those_files_does_not_serve()
    {
        var program = Directory.CreateTempSubdirectory("unleash-pat-program-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => !file.EndsWith(".staticwebassets.endpoints.json", StringComparison.Ordinal)))
            {
                File.Copy(file, Path.Combine(program.FullName, Path.GetFileName(file)));
            }

            await ShouldBeRefusedAsync(Run([], program: Path.Combine(program.FullName, RealService.Program)), "The admin UI is missing");
        }
        finally
        {
            program.Delete(recursive: true);
        }
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]+\\.(?:css|js|svg))\"")]
    private static partial Regex Names();
}

using Unleash.Pat.EndToEndTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.EndToEndTests.Serving;

/// <summary>docs/operations.md, "Start": without all of the admin UI's files nothing is created. A browser would keep an empty file for a year.</summary>
public sealed class IncompleteProgramTests(TestRun run) : IAsyncLifetime
{
    private const string Routes = "Unleash.Pat.Api.staticwebassets.endpoints.json";

    private readonly DirectoryInfo _program = Directory.CreateTempSubdirectory("unleash-pat-incomplete-");
    private readonly SqliteEngine _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Copy(new DirectoryInfo(await run.ProgramFolderAsync()), _program);

    public async ValueTask DisposeAsync()
    {
        _program.Delete(recursive: true);
        await _database.DropAsync();
    }

    [Theory]
    [InlineData("one is cut short")]
    [InlineData("one is missing")]
    [InlineData("a page is missing")]
    [InlineData("the list of them is missing")]
    public async Task A_program_without_all_files_of_the_admin_UI_does_not_start(string damage)
    {
        var damaged = Damage(damage);

        await using var service = RealService.Start(
            await _database.CreateDatabaseAsync(Cancel), program: Path.Combine(_program.FullName, RealService.Program));

        (await service.ExitAsync(Cancel)).ShouldBe(1);
        service.Errors.ShouldStartWith("Unleash.Pat cannot start: The admin UI");
        service.Errors.ShouldContain(damaged);
        service.Errors.ShouldContain("publish it again");
        File.Exists(_database.FilePath).ShouldBeFalse();
    }

    // What the message names.
    private string Damage(string damage)
    {
        var script = _program.EnumerateFiles("app.*.js", SearchOption.AllDirectories).First();
        switch (damage)
        {
            case "one is cut short":
                using (var file = script.OpenWrite())
                {
                    file.SetLength(script.Length - 1);
                }

                return script.Name;
            case "one is missing":
                script.Delete();
                return script.Name;
            case "a page is missing":
                File.Delete(Path.Combine(_program.FullName, "wwwroot", "sign-in.html"));
                return "sign-in.html";
            default:
                File.Delete(Path.Combine(_program.FullName, Routes));
                return Routes;
        }
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, to.CreateSubdirectory(folder.Name));
        }
    }
}

using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>Migrating apart from serving, by one process or by many.</summary>
public abstract class MigrateTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    private static readonly (string Key, string Value) NoMigration = ("Database:MigrateOnStart", "false");

    [Fact]
    public async Task Ten_processes_at_once_migrate_once_and_all_succeed()
    {
        var processes = Enumerable.Range(0, 10).Select(_ => StartMigration()).ToList();

        foreach (var process in processes)
        {
            (await process.ExitAsync(Cancel)).ShouldBe(0, process.Errors);
        }

        var applied = processes.SelectMany(Applied).ToList();
        applied.ShouldNotBeEmpty();
        applied.ShouldBeUnique();
    }

    [Fact]
    public async Task A_service_that_may_not_migrate_serves_once_the_database_is_migrated()
    {
        var refused = Start(NoMigration);
        (await refused.ExitAsync(Cancel)).ShouldBe(1);
        refused.Errors.Split('\n').ShouldHaveSingleItem().ShouldContain("\"dotnet Unleash.Pat.Api.dll migrate\"");
        Directory.EnumerateFileSystemEntries(refused.Folder).ShouldBeEmpty();

        var migration = StartMigration(NoMigration);
        (await migration.ExitAsync(Cancel)).ShouldBe(0, migration.Errors);
        Applied(migration).ShouldNotBeEmpty();

        var client = await ClientAsync(Start(NoMigration));
        (await client.SignInByEmailAsync("owner@example.com")).Cookie.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_database_that_may_not_be_made_is_made_once_where_the_command_line_says_so()
    {
        (string, string)[] never = [("Database:Create", "false")];
        await ShouldBeRefusedAsync(Run(never, ["migrate"]), "Database:Create=false", "--create-database");

        foreach (var arguments in new[] { new[] { "migrate", "--create-database" }, ["migrate"] })
        {
            var migration = Run(never, arguments);
            (await migration.ExitAsync(Cancel)).ShouldBe(0, migration.Errors);
        }
    }

    private static IEnumerable<string> Applied(RealService process) =>
        process.Output.Where(line => line.Contains("Applied the migration", StringComparison.Ordinal)).Select(NameIn);

    // Lines have their time as well, by which two of one name would differ.
    private static string NameIn(string line)
    {
        using var entry = System.Text.Json.JsonDocument.Parse(line);
        return entry.RootElement.GetProperty("Message").GetString()!;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Sqlite;

/// <summary>A start finds another file in the database's place, and the log of the former one beside it. For SQLite alone.</summary>
public sealed class LogAtStartTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_is_what_it_was_and_the_log_is_kept_aside()
    {
        await using var database = await OwnDatabase.CreateAsync();
        var backup = database.Copy("backup");
        await LoseAsync(database);
        File.Move(backup, database.Path);

        await StartAsync(database);

        (await database.ReadAsync()).ShouldBe(0);
        Directory.EnumerateFiles(database.Folder, "*-wal.left-*").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_same_file_that_is_moved_back_has_its_log()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await database.WriteAsync();
        File.Move(database.Path, database.Path + "-away");
        await database.ShouldBeAwayAsync();
        new FileInfo(database.Path + "-wal").Length.ShouldBeGreaterThan(0);
        File.Move(database.Path + "-away", database.Path);

        await StartAsync(database);

        (await database.ReadAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_was_copied_with_its_log_is_as_it_was()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await LoseAsync(database, () => File.Move(database.Path, database.Path + "-away"));
        foreach (var (from, to) in new[] { ("-away", ""), ("-wal", "-wal") })
        {
            File.Copy(database.Path + from, database.Path + "-copy");
            File.Delete(database.Path + from);
            File.Move(database.Path + "-copy", database.Path + to);
        }

        await StartAsync(database);

        (await database.ReadAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_installations_database_is_refused_and_stays_as_it_is(bool markerIsRemoved)
    {
        await using var other = await OwnDatabase.CreateAsync();
        await using var database = await OwnDatabase.CreateAsync();
        await LoseAsync(database);
        File.Move(other.Copy("other"), database.Path);
        var content = await File.ReadAllBytesAsync(database.Path, Cancel);
        if (markerIsRemoved)
        {
            File.Delete(database.Path + ".id");
        }

        var refusal = await Should.ThrowAsync<StartupException>(() => StartAsync(database));

        refusal.Message.ShouldContain("database restore");
        (await File.ReadAllBytesAsync(database.Path, Cancel)).ShouldBe(content);
        File.Exists(database.Path + "-wal").ShouldBeTrue();
    }

    // What is written is in the log alone.
    private static async Task LoseAsync(OwnDatabase database, Action? lose = null)
    {
        await database.WriteAsync();
        (lose ?? (() => File.Delete(database.Path)))();
        await database.ShouldBeAwayAsync();
        new FileInfo(database.Path + "-wal").Length.ShouldBeGreaterThan(0);
    }

    private static async Task StartAsync(OwnDatabase database)
    {
        var node = database.Fixture.Node();
        await node.GetRequiredService<IDatabaseInitializer>().InitializeAsync(_ => Task.CompletedTask, Cancel);
    }
}

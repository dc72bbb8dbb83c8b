using Microsoft.Data.Sqlite;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Sqlite;

/// <summary>The database's file is taken away, replaced or broken while the service works on it.</summary>
public sealed class DatabaseFileTests
{
    private static readonly string[] Ends = ["", "-shm", "-wal", ".id", ".lock", ".reserve"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_is_moved_away_is_missed_and_taken_up_as_it_comes_back()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await database.WriteAsync();
        var changes = Changes(database);

        File.Move(database.Path, database.Path + "-away");
        await database.ShouldBeAwayAsync();
        File.Move(database.Path + "-away", database.Path);

        (await database.ReadAsync()).ShouldBe(1);
        await database.WriteAsync();
        (await database.ReadAsync()).ShouldBe(2);
        changes.Select(change => change.Kind).ShouldBe([DatabaseFileChangeKind.Lost, DatabaseFileChangeKind.Reattached]);
        changes[^1].IsAnotherFile.ShouldBeFalse();
    }

    [Fact]
    public async Task A_log_that_was_cut_off_is_missed_and_what_is_acknowledged_afterwards_is_kept()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await database.WriteAsync();
        var changes = Changes(database);

        using (var log = new FileStream(database.Path + "-wal", FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            log.SetLength(0);
        }

        await Should.ThrowAsync<ServiceUnavailableException>(database.WriteAsync);
        var left = await database.ReadAsync();
        await database.WriteAsync();

        changes.Select(change => change.Kind).ShouldBe([DatabaseFileChangeKind.Lost, DatabaseFileChangeKind.Reattached]);
        using var copied = OwnDatabase.Connect(database.Copy("copy"));
        Convert.ToInt64(SqliteFacts.Scalar(copied, "SELECT turns FROM admin_guard"), System.Globalization.CultureInfo.InvariantCulture).ShouldBe(left + 1);
        SqliteFacts.Damage(copied, thorough: true).ShouldBeNull();
    }

    [Fact]
    public async Task A_log_that_another_process_writes_into_the_file_and_empties_is_no_loss()
    {
        await using var database = await OwnDatabase.CreateAsync();
        var changes = Changes(database);
        using var other = OwnDatabase.Connect(database.Path);

        for (var round = 1; round <= 3; round++)
        {
            await database.WriteAsync();
            OwnDatabase.Execute(other, "PRAGMA wal_checkpoint(TRUNCATE)");
            new FileInfo(database.Path + "-wal").Length.ShouldBe(0);
            (await database.ReadAsync()).ShouldBe(round);
        }

        await database.WriteAsync();
        (await database.ReadAsync()).ShouldBe(4);
        changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_another_process_vacuums_is_no_loss()
    {
        await using var database = await OwnDatabase.CreateAsync();
        var changes = Changes(database);
        using var other = OwnDatabase.Connect(database.Path);
        Fill(other, megabytes: 1);
        OwnDatabase.Execute(other, "PRAGMA wal_checkpoint(TRUNCATE)");
        await database.WriteAsync();
        var before = new FileInfo(database.Path).Length;

        OwnDatabase.Execute(other, "DROP TABLE filling");
        OwnDatabase.Execute(other, "VACUUM");
        OwnDatabase.Execute(other, "PRAGMA wal_checkpoint(TRUNCATE)");
        new FileInfo(database.Path).Length.ShouldBeLessThan(before);

        await database.WriteAsync();
        (await database.ReadAsync()).ShouldBe(2);
        await database.Dialect.File.CheckAsync(Cancel);
        changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_log_that_has_grown_while_another_process_read_is_cut_off_without_a_loss()
    {
        const int Most = 32 << 20;
        await using var database = await OwnDatabase.CreateAsync();
        var changes = Changes(database);
        using var reader = OwnDatabase.Connect(database.Path);
        OwnDatabase.Execute(reader, "BEGIN");
        SqliteFacts.Scalar(reader, "SELECT turns FROM admin_guard");
        using (var other = OwnDatabase.Connect(database.Path))
        {
            Fill(other, megabytes: 40);
        }

        new FileInfo(database.Path + "-wal").Length.ShouldBeGreaterThan(Most);
        OwnDatabase.Execute(reader, "COMMIT");

        // The first one writes the log into the file, the next one begins it again.
        await database.WriteAsync();
        await database.WriteAsync();

        new FileInfo(database.Path + "-wal").Length.ShouldBeLessThanOrEqualTo(Most);
        (await database.ReadAsync()).ShouldBe(2);
        changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_folder_can_be_moved_away_and_back()
    {
        await using var database = await OwnDatabase.CreateAsync();

        Directory.Move(database.Folder, database.Folder + "-away");
        await database.ShouldBeAwayAsync();
        Directory.Move(database.Folder + "-away", database.Folder);

        await database.WriteAsync();
        (await database.ReadAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_backup_in_the_files_place_is_taken_up_and_the_log_of_before_is_not_replayed(bool removedFirst)
    {
        await using var database = await OwnDatabase.CreateAsync();
        var backup = database.Copy("backup");
        await database.WriteAsync();
        var changes = Changes(database);

        if (removedFirst)
        {
            File.Delete(database.Path);
            await database.ShouldBeAwayAsync();
        }

        File.Move(backup, database.Path, overwrite: true);
        if (!removedFirst)
        {
            (await database.FailedReadAsync()).ShouldNotBeNull();
        }

        (await database.ReadAsync()).ShouldBe(0);
        await database.WriteAsync();
        (await database.ReadAsync()).ShouldBe(1);
        changes[^1].ShouldBe(new DatabaseFileChange(DatabaseFileChangeKind.Reattached, "another file", IsAnotherFile: true));
        Directory.GetFiles(database.Folder, "*-wal.left-*").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_database_of_another_installation_is_not_taken_up()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using var other = await OwnDatabase.CreateAsync();
        var changes = Changes(database);

        File.Move(other.Copy("copy"), database.Path, overwrite: true);

        await database.ShouldBeAwayAsync();
        await database.Dialect.File.CheckAsync(Cancel);
        changes.ShouldContain(change => change.Kind == DatabaseFileChangeKind.Refused && change.Reason.Contains("another installation"));
        changes.Count(change => change.Kind == DatabaseFileChangeKind.Refused).ShouldBe(1);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("empty")]
    [InlineData("folder")]
    [InlineData("older")]
    [InlineData("newer")]
    public async Task What_is_no_whole_database_of_this_version_is_not_taken_up(string what)
    {
        await using var database = await OwnDatabase.CreateAsync();
        var copy = database.Copy("copy");
        Spoil(copy, what);

        File.Move(database.Path, database.Path + "-away");
        if (what == "folder")
        {
            Directory.CreateDirectory(database.Path);
        }
        else
        {
            File.Move(copy, database.Path);
        }

        await database.ShouldBeAwayAsync();
        await database.Dialect.File.CheckAsync(Cancel);
        await database.ShouldBeAwayAsync();

        if (what == "folder")
        {
            Directory.Delete(database.Path);
        }

        File.Move(database.Path + "-away", database.Path, overwrite: true);
        await database.WriteAsync();
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("empty")]
    [InlineData("shorter")]
    public async Task A_file_that_is_overwritten_in_its_place_is_noticed(string what)
    {
        await using var database = await OwnDatabase.CreateAsync();
        var copy = database.Copy("copy");
        using (var connection = OwnDatabase.Connect(database.Path))
        {
            OwnDatabase.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        Spoil(database.Path, what);
        await database.Dialect.File.CheckAsync(Cancel);
        await database.ShouldBeAwayAsync();

        File.Move(copy, database.Path, overwrite: true);
        await database.WriteAsync();
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public async Task What_lies_beside_the_file_can_be_removed_without_a_loss(string end)
    {
        await using var database = await OwnDatabase.CreateAsync();
        await database.WriteAsync();
        var changes = Changes(database);

        File.Delete(database.Path + end);
        await Should.ThrowAsync<Exception>(database.WriteAsync);

        await Should.NotThrowAsync(database.WriteAsync, string.Join('\n', changes));
        (await database.ReadAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_write_that_is_committed_into_a_file_without_a_name_is_not_acknowledged()
    {
        await using var database = await OwnDatabase.CreateAsync();

        await Should.ThrowAsync<Exception>(() => database.Database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync("UPDATE admin_guard SET turns = 99", null, Cancel);
                File.Move(database.Path, database.Path + "-away");
                return true;
            },
            Cancel));
    }

    [Fact]
    public async Task A_start_makes_no_second_database_where_there_was_one()
    {
        await using var database = await OwnDatabase.CreateAsync();
        File.Delete(database.Path);

        var refused = await Should.ThrowAsync<StartupException>(() => database.Fixture.MigrateAsync(database.Fixture.Node()));

        refused.Message.ShouldContain("--create-database");
        File.Exists(database.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_start_does_not_take_another_installations_database()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using var other = await OwnDatabase.CreateAsync();
        File.Delete(database.Path);
        File.Delete(database.Path + "-wal");
        File.Delete(database.Path + "-shm");
        SqliteConnection.ClearAllPools();
        File.Move(other.Copy("copy"), database.Path);

        var refused = await Should.ThrowAsync<StartupException>(() => database.Fixture.MigrateAsync(database.Fixture.Node()));

        refused.Message.ShouldContain("not the one that was here before");
    }

    [Fact]
    public async Task A_start_that_finds_the_database_damaged_says_what_to_do()
    {
        await using var database = await OwnDatabase.CreateAsync();
        var damage = new ServiceUnavailableException(new DatabaseFileException("It is damaged."));

        var refused = await Should.ThrowAsync<StartupException>(
            () => database.Get<IDatabaseInitializer>().InitializeAsync(_ => Task.FromException(damage), Cancel));

        refused.Message.ShouldContain($"{database.Path} cannot be used: It is damaged. A backup can be put in its place");
    }

    [Fact]
    public async Task A_start_does_not_take_another_programs_database()
    {
        await using var database = await OwnDatabase.CreateAsync();
        SqliteConnection.ClearAllPools();
        Directory.GetFiles(database.Folder).ToList().ForEach(File.Delete);
        await using (var others = new SqliteConnection($"Data Source={database.Path};Pooling=False"))
        {
            await others.OpenAsync(Cancel);
            await using var create = others.CreateCommand();
            create.CommandText = "CREATE TABLE x (y)";
            await create.ExecuteNonQueryAsync(Cancel);
        }

        var content = await File.ReadAllBytesAsync(database.Path, Cancel);

        var refused = await Should.ThrowAsync<StartupException>(() => database.Fixture.MigrateAsync(database.Fixture.Node()));

        refused.Message.ShouldContain("another program's database");
        (await File.ReadAllBytesAsync(database.Path, Cancel)).ShouldBe(content);
    }

    [Fact]
    public async Task Every_file_is_for_the_services_user_alone()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await database.WriteAsync();

        var files = Directory.GetFiles(database.Folder);

        files.Select(Path.GetFileName).ShouldBe(
            Ends.Select(end => Path.GetFileName(database.Path) + end), ignoreOrder: true);
        if (!OperatingSystem.IsWindows())
        {
            files.Select(File.GetUnixFileMode).ShouldAllBe(mode => mode == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    private static List<DatabaseFileChange> Changes(OwnDatabase database)
    {
        var changes = new List<DatabaseFileChange>();
        database.Dialect.File.Changed += changes.Add;
        return changes;
    }

    private static void Fill(SqliteConnection connection, int megabytes) => OwnDatabase.Execute(
        connection,
        $"CREATE TABLE filling (bytes BLOB NOT NULL); WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {megabytes}) INSERT INTO filling SELECT zeroblob(1 << 20) FROM numbers");

    private static void Spoil(string path, string what)
    {
        switch (what)
        {
            case "garbage":
                File.WriteAllBytes(path, System.Security.Cryptography.RandomNumberGenerator.GetBytes(200_000));
                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "shorter":
                using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                {
                    file.SetLength(4096);
                }

                break;
            case "older" or "newer":
                using (var connection = OwnDatabase.Connect(path))
                {
                    OwnDatabase.Execute(connection, what == "older"
                        ? "DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0006%'"
                        : "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_Newer.sql', '2099-01-01')");
                }

                break;
        }
    }
}

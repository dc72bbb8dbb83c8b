using Microsoft.Data.Sqlite;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>The verbs <c>database backup</c> and <c>database restore</c>.</summary>
[OneEngineOnly("It is about the database's file, which SQL Server does not have.")]
public sealed class DatabaseCopyTests : ProcessTests<SqliteEngine>
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private string Backup => Path.Combine(Path.GetDirectoryName(Engine.FilePath)!, "backup");

    [Fact]
    public async Task A_backup_is_made_while_the_service_writes_and_brings_that_moment_back()
    {
        var service = Start(("Pats:MaxPerUser", "1000"));
        var session = await (await ClientAsync(service)).SignInByEmailAsync("owner@example.com");
        var before = await session.IssueAsync();
        using var enough = new CancellationTokenSource();
        var writing = WriteUntilAsync(session, enough.Token);
        await DoneAsync("database", "backup", Backup);
        await enough.CancelAsync();
        await writing;
        var after = await session.IssueAsync();

        await RefusedAsync("there already", "database", "backup", Backup);
        await RefusedAsync("stop the service", "database", "restore", Backup);
        (await session.ListAsync()).ShouldContain(token => token.Id == after.Id);
        (await service.TerminateAsync(Cancel)).ShouldBe(0);
        var log = await DoneAsync("database", "restore", Backup);

        log.ShouldContain("before-restore");
        log.ShouldContain("docs/recovery.md");
        var restored = (await ClientAsync(Start())).WithCookie(session.Cookie!);
        var held = await restored.ListAsync();
        held.ShouldContain(token => token.Id == before.Id);
        held.ShouldNotContain(token => token.Id == after.Id);
        var kept = Directory.GetFiles(Path.GetDirectoryName(Engine.FilePath)!, "*before-restore*").ShouldHaveSingleItem();
        TokensIn(kept).ShouldContain(after.Id);
        ShouldBeForTheOwnerAlone();
    }

    [Fact]
    public async Task A_service_that_has_lost_its_database_goes_on_with_the_restored_one()
    {
        var service = Start();
        var session = await (await ClientAsync(service)).SignInByEmailAsync("owner@example.com");
        var before = await session.IssueAsync();
        await DoneAsync("database", "backup", Backup);
        var lost = session.WithAuthorization((await session.IssueAsync()).Secret);
        (await lost.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);

        File.Delete(Engine.FilePath);
        (await session.PostAsync(ServiceClient.Tokens, "{}")).ShouldBeError(503, "ServiceUnavailableError");
        (await session.GetAsync("/ready")).ShouldBeError(503, "ServiceUnavailableError");
        await DoneAsync("database", "restore", Backup);

        (await session.ListAsync()).ShouldHaveSingleItem().Id.ShouldBe(before.Id);
        (await lost.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        (await session.GetAsync("/ready")).Status.ShouldBe(200);
        service.Output.Count(line => line.Contains("\"EventId\":1501", StringComparison.Ordinal)).ShouldBe(1);
        service.Output.Count(line => line.Contains("\"EventId\":1503", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("nothing", "no file")]
    [InlineData("text", "no database that can be read")]
    [InlineData("foreign", "no database of Unleash.Pat")]
    [InlineData("damaged", "damaged")]
    [InlineData("newer", "newer version")]
    public async Task What_is_no_whole_backup_is_refused_and_nothing_is_changed(string what, string reason)
    {
        (await StartMigration().ExitAsync(Cancel)).ShouldBe(0);
        await MakeAsync(what);
        var before = await File.ReadAllBytesAsync(Engine.FilePath, Cancel);

        (await RefusedAsync(reason, "database", "restore", Backup)).ShouldContain(Backup);

        (await File.ReadAllBytesAsync(Engine.FilePath, Cancel)).ShouldBe(before);
        Directory.GetFiles(Path.GetDirectoryName(Engine.FilePath)!, "*.part*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_database_there_is_nothing_to_back_up_and_a_backup_can_be_restored_all_the_same()
    {
        await RefusedAsync("no database", "database", "backup", Backup);
        (await StartMigration().ExitAsync(Cancel)).ShouldBe(0);
        await DoneAsync("database", "backup", Backup);
        File.Delete(Engine.FilePath);
        await ShouldBeRefusedAsync(Start(), "--create-database", "database restore");

        (await DoneAsync("database", "restore", Backup)).ShouldContain("there was none");

        (await (await ClientAsync(Start())).GetAsync("/ready")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_backup_goes_into_a_folder_that_is_there()
    {
        (await StartMigration().ExitAsync(Cancel)).ShouldBe(0);
        var folder = Path.Combine(Path.GetDirectoryName(Engine.FilePath)!, "missing");

        await RefusedAsync($"There is no folder {folder}.", "database", "backup", Path.Combine(folder, "backup"));
    }

    [Fact]
    public async Task On_sql_server_the_verbs_name_the_servers_own()
    {
        foreach (var verb in new[] { "backup", "restore" })
        {
            var service = StartWith(
                "database", verb, Backup, "--Database:Provider=SqlServer", "--ConnectionStrings:UnleashPat=Server=nowhere;Database=none");
            (await service.ExitAsync(Cancel)).ShouldBe(1);
            service.Errors.ShouldContain("BACKUP DATABASE");
        }
    }

    private static async Task WriteUntilAsync(ServiceClient session, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await session.IssueAsync();
        }
    }

    private async Task<string> DoneAsync(params string[] arguments)
    {
        var service = StartWith(arguments);
        (await service.ExitAsync(Cancel)).ShouldBe(0, service.Errors);
        return string.Join('\n', service.Output);
    }

    private async Task<string> RefusedAsync(string reason, params string[] arguments)
    {
        var service = StartWith(arguments);
        (await service.ExitAsync(Cancel)).ShouldBe(1);
        var error = service.Errors.Split('\n').ShouldHaveSingleItem();
        error.ShouldContain(reason);
        return error;
    }

    private void ShouldBeForTheOwnerAlone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.GetFiles(Path.GetDirectoryName(Engine.FilePath)!).Select(File.GetUnixFileMode).ShouldAllBe(mode => mode == OwnerAlone);
        }
    }

    private async Task MakeAsync(string what)
    {
        switch (what)
        {
            case "text":
                await File.WriteAllTextAsync(Backup, new string('x', 10_000), Cancel);
                break;
            case "foreign":
                Execute(Backup, "CREATE TABLE notes (text)");
                break;
            case "damaged":
                await DoneAsync("database", "backup", Backup);
                var bytes = await File.ReadAllBytesAsync(Backup, Cancel);
                bytes.AsSpan(4096, 20_000).Fill(0x55);
                await File.WriteAllBytesAsync(Backup, bytes, Cancel);
                break;
            case "newer":
                await DoneAsync("database", "backup", Backup);
                Execute(Backup, "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_Newer.sql', '2099-01-01')");
                break;
        }
    }

    private static void Execute(string file, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static List<long> TokensIn(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM personal_access_tokens";
        using var reader = command.ExecuteReader();
        var ids = new List<long>();
        while (reader.Read())
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }
}

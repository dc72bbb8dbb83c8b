using System.Net;
using Microsoft.Data.Sqlite;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>A file that cannot be used is refused with a sentence.</summary>
[OneEngineOnly("It is about files that cannot be used, which SQL Server does not have.")]
public sealed class DatabaseRefusalTests : ProcessTests<SqliteEngine>
{
    private string Folder => Path.GetDirectoryName(Engine.FilePath)!;

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        var first = Start();
        await first.ReadyAsync(Cancel);
        await first.TerminateAsync(Cancel);
        await ExecuteAsync(
            """
            INSERT INTO SchemaVersions (ScriptName, Applied)
            SELECT REPLACE(ScriptName, '0001_Initial', '9999_Future'), Applied FROM SchemaVersions LIMIT 1
            """);

        await ShouldBeRefusedAsync(Start(), "newer version", "9999_Future");
    }

    [Fact]
    public async Task A_folder_in_the_files_place_is_refused()
    {
        Directory.CreateDirectory(Engine.FilePath);

        await ShouldBeRefusedAsync(Start(), Engine.FilePath);
    }

    [Fact]
    public async Task A_file_in_the_folders_place_is_refused()
    {
        await File.WriteAllTextAsync(Folder, "", Cancel);
        try
        {
            await ShouldBeRefusedAsync(Start(), Engine.FilePath);
        }
        finally
        {
            File.Delete(Folder);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Folder);
        var text = new string('x', 10_000);
        await File.WriteAllTextAsync(Engine.FilePath, text, Cancel);

        await ShouldBeRefusedAsync(Start(), Engine.FilePath, "database restore");

        (await File.ReadAllTextAsync(Engine.FilePath, Cancel)).ShouldBe(text);
    }

    /// <summary>The web server listens before the database is looked at, and what answers requests ends with the start.</summary>
    [Fact]
    public async Task While_a_start_fails_nobody_gets_a_fault_of_the_service()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Engine.FilePath, new string('x', 10_000), Cancel);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort.Find()}") };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        client.DefaultRequestHeaders.ConnectionClose = true;
        var answers = Task.WhenAll(Enumerable.Repeat("/health", 4).Select(path => AskAsync(client, path, end.Token)));

        (await Run([], ["--urls", client.BaseAddress.ToString()]).ExitAsync(Cancel)).ShouldBe(1);

        await end.CancelAsync();
        (await answers).SelectMany(all => all).Where(answer => answer != HttpStatusCode.OK && answer != HttpStatusCode.ServiceUnavailable).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_start_without_one_of_the_tables_is_not_told_as_ready()
    {
        (await StartMigration().ExitAsync(Cancel)).ShouldBe(0);
        await ExecuteAsync("DROP TABLE sessions", rows: 0);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort.Find()}") };

        var service = Run([], ["--urls", client.BaseAddress.ToString()]);

        var told = await Eventually.GetAsync(
            () => Task.FromResult(service.Output.FirstOrDefault(line => IsEvent(line, 1008))), line => line is not null, null, Cancel);
        told.ShouldNotBeNull().ShouldContain("sessions");
        (await client.GetAsync("/ready", Cancel)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync("/health", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        service.Output.ShouldNotContain(line => IsEvent(line, 1001));
    }

    private static bool IsEvent(string line, int id) => line.Contains($"\"EventId\":{id},", StringComparison.Ordinal);

    private static async Task<List<HttpStatusCode>> AskAsync(HttpClient client, string path, CancellationToken end)
    {
        var answers = new List<HttpStatusCode>();
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var answer = await client.GetAsync(path, end);
                answers.Add(answer.StatusCode);
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                // It does not listen yet, or no longer.
                await Task.Delay(1, CancellationToken.None);
            }
        }

        return answers;
    }

    private async Task ExecuteAsync(string statement, int rows = 1)
    {
        await using var connection = new SqliteConnection($"Data Source={Engine.FilePath};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        (await command.ExecuteNonQueryAsync(Cancel)).ShouldBe(rows);
    }
}

using Microsoft.Data.Sqlite;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>The database's file is deleted, or its lock.</summary>
[OneEngineOnly("It is about the database's file, which SQL Server does not have.")]
public sealed class DatabaseLossTests : ProcessTests<SqliteEngine>
{
    [Fact]
    public async Task Every_create_that_was_answered_is_in_the_file_that_comes_back()
    {
        var session = await (await ClientAsync(Start(("Pats:MaxPerUser", "1000")))).SignInByEmailAsync("owner@example.com");
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(_ => CreateUntilAsync(session, enough.Token)).ToList();
        await Eventually.GetAsync(session.ListAsync, tokens => tokens.Count > 10, null, Cancel);

        var away = Engine.FilePath + "-away";
        for (var round = 0; round < 5; round++)
        {
            File.Move(Engine.FilePath, away);

            // Reads within a millisecond share a look at the files.
            (await Eventually.GetAsync(() => session.GetAsync(ServiceClient.Tokens), answer => answer.Status != 200, null, Cancel))
                .ShouldBeError(503, "ServiceUnavailableError");
            (await session.GetAsync("/ready")).ShouldBeError(503, "ServiceUnavailableError");
            File.Move(away, Engine.FilePath);
            await Eventually.GetAsync(() => session.PostAsync(ServiceClient.Tokens, "{}"), answer => answer.Status == 201, null, Cancel);
        }

        await enough.CancelAsync();
        var answered = (await Task.WhenAll(writers)).SelectMany(ids => ids).ToList();
        answered.ShouldBeSubsetOf((await session.ListAsync()).Select(token => token.Id));
    }

    [Fact]
    public async Task What_needs_no_account_is_answered_to_those_with_credentials_too_while_the_file_is_away()
    {
        var client = await ClientAsync(Start());
        var session = await client.SignInByEmailAsync("owner@example.com");
        ServiceClient[] callers = [client, session, client.WithAuthorization((await session.IssueAsync()).Secret)];
        File.Move(Engine.FilePath, Engine.FilePath + "-away");
        await Eventually.GetAsync(() => session.GetAsync(ServiceClient.Tokens), answer => answer.Status == 503, null, Cancel);

        foreach (var caller in callers)
        {
            (await caller.GetAsync("/health")).Status.ShouldBe(200);
            (await caller.GetAsync("/ready")).ShouldBeError(503, "ServiceUnavailableError");
            (await caller.GetAsync("/")).Status.ShouldBe(200);
            (await caller.GetAsync("/login")).Status.ShouldBe(200);
            (await caller.GetAsync("/docs/openapi.json")).Status.ShouldBe(200);
            (await caller.GetAsync("/nothing-here")).Status.ShouldBe(404);
            (await caller.SendAsync(HttpMethod.Options, ServiceClient.Me)).Status.ShouldBe(405);
            (await caller.PostAsync("/auth/simple/login", """{"username":"a","password":"b"}""")).ShouldBeError(503, "ServiceUnavailableError");
        }

        // A signed-in user is not sent to sign in.
        (await session.SendAsync(HttpMethod.Get, "/profile", null, ("accept", "text/html"))).Status.ShouldBe(200);
        (await client.SendAsync(HttpMethod.Get, "/profile", null, ("accept", "text/html"))).Status.ShouldBe(302);
        (await session.GetAsync(ServiceClient.Me)).ShouldBeError(503, "ServiceUnavailableError");
        (await session.PostAsync("/logout", "{}")).ShouldBeError(503, "ServiceUnavailableError");
    }

    [Fact]
    public async Task A_database_that_is_gone_is_not_made_again_unasked()
    {
        var first = Start();
        var token = await (await (await ClientAsync(first)).SignInByEmailAsync("owner@example.com")).IssueAsync();
        await first.KillAsync(Cancel);
        File.Delete(Engine.FilePath);

        await ShouldBeRefusedAsync(Start(), "--create-database", Engine.FilePath);
        var migration = StartMigration();
        (await migration.ExitAsync(Cancel)).ShouldBe(1);
        File.Exists(Engine.FilePath).ShouldBeFalse();

        var second = Run(TestService.Defaults.Select(pair => (pair.Key, pair.Value)), ["--create-database", "--urls", "http://127.0.0.1:0"]);
        var client = await ClientAsync(second);
        (await client.WithAuthorization(token.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        (await second.TerminateAsync(Cancel)).ShouldBe(0);
        File.Exists(Engine.FilePath + "-wal").ShouldBeFalse();
        (await (await ClientAsync(Start())).GetAsync("/ready")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Who_only_reads_is_answered_while_another_process_holds_the_lock_and_nothing_gathered_is_lost()
    {
        var service = Start();
        var session = await (await ClientAsync(service)).SignInByEmailAsync("owner@example.com");
        var token = session.WithAuthorization((await session.IssueAsync()).Secret);
        await using var foreign = new SqliteConnection($"Data Source={Engine.FilePath};Pooling=False");
        await foreign.OpenAsync(Cancel);

        // Last used so long ago that the next use is to be written down.
        await ExecuteAsync(foreign, "UPDATE sessions SET last_used_at = last_used_at - 3600000, expires_at = expires_at - 3600000");
        await ExecuteAsync(foreign, "BEGIN EXCLUSIVE");
        var creates = Task.WhenAll(Enumerable.Range(0, 10).Select(_ => session.PostAsync(ServiceClient.Tokens, "{}")));
        for (var round = 0; round < 20; round++)
        {
            (await session.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
            (await token.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        }

        foreach (var answer in await creates)
        {
            answer.ShouldBeError(503, "ServiceUnavailableError");
            answer.Header("retry-after").ShouldNotBeNull();
        }

        await ExecuteAsync(foreign, "COMMIT");
        await session.IssueAsync();
        (await service.TerminateAsync(Cancel)).ShouldBe(0);
        (await ScalarAsync(foreign, "SELECT MAX(last_used_at - created_at) FROM sessions")).ShouldBeGreaterThanOrEqualTo(0);
        (await ScalarAsync(foreign, "SELECT COUNT(*) FROM personal_access_tokens WHERE seen_at IS NOT NULL")).ShouldBe(1);
    }

    private static async Task<List<long>> CreateUntilAsync(ServiceClient session, CancellationToken enough)
    {
        var ids = new List<long>();
        while (!enough.IsCancellationRequested)
        {
            var answer = await session.PostAsync(ServiceClient.Tokens, "{}");
            if (answer.Status == 201)
            {
                ids.Add(answer.Read<IssuedToken>().Id);
            }
            else
            {
                answer.Status.ShouldBeOneOf(400, 403, 503);
            }
        }

        return ids;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<long> ScalarAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}

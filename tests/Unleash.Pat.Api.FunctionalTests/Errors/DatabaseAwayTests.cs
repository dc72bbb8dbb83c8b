using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Errors;

/// <summary>Contract section 4: the database is away. For SQLite alone, whose file can be taken away here.</summary>
public sealed class DatabaseAwayTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    [Fact]
    public async Task Every_request_that_needs_the_database_is_told_to_come_back()
    {
        var account = await Service.AccountAsync();
        var unread = Service.Anonymous.WithAuthorization((await account.Client.IssueAsync()).Secret);
        (ServiceClient Client, HttpMethod Method, string Path, string? Body)[] requests =
        [
            (account.Client, HttpMethod.Get, ServiceClient.Me, null),
            (account.Client, HttpMethod.Post, ServiceClient.Tokens, "{}"),
            (account.Client, HttpMethod.Delete, ServiceClient.Tokens + "/1", null),
            (unread, HttpMethod.Get, ServiceClient.Tokens, null),
            (Service.Administrator, HttpMethod.Get, ServiceClient.Events, null),
            (Service.Anonymous, HttpMethod.Post, ServiceClient.Login, """{"username":"admin","password":"wrong"}"""),
            (Service.Anonymous, HttpMethod.Post, ServiceClient.DemoLogin, """{"email":"x@example.com"}"""),
        ];

        await WithoutDatabaseAsync(async () =>
        {
            foreach (var (client, method, path, body) in requests)
            {
                var answer = await client.SendAsync(method, path, body is null ? null : ServiceClient.Json(body));
                answer.ShouldBeError(503, "ServiceUnavailableError");
                answer.Header("retry-after").ShouldNotBeNull();
                answer.Header("set-cookie").ShouldBeNull();
                answer.Body.ShouldNotContain("SQLite");
                answer.Body.ShouldNotContain(Engine.FilePath);
            }
        });

        (await account.Client.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await unread.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_needs_no_database_is_answered_as_ever()
    {
        await WithoutDatabaseAsync(async () =>
        {
            (await Service.Anonymous.GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");
            (await Service.Anonymous.WithAuthorization("nonsense").GetAsync(ServiceClient.Me)).ShouldBeError(401, "UnauthorizedError");
            (await Service.Anonymous.GetAsync("/x")).ShouldBeError(404, "NotFoundError");
        });
    }

    private async Task WithoutDatabaseAsync(Func<Task> test)
    {
        // Connections in the pool would keep the removed file alive.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var files = Directory.GetFiles(Path.GetDirectoryName(Engine.FilePath)!, "*.db*");
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            File.Move(file, file + ".away");
        }

        try
        {
            await test();
        }
        finally
        {
            foreach (var file in files)
            {
                File.Move(file + ".away", file);
            }
        }
    }
}

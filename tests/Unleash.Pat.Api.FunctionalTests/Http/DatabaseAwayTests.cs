using Unleash.Pat.Api.FunctionalTests.OAuth;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>docs/api.md, section 4: the database is away.</summary>
public abstract class DatabaseAwayTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IBreakableEngine, new()
{
    /// <summary>The engines' names, which responses must not reveal.</summary>
    private static readonly string[] Internals = ["SQLite", "SqlClient", "Sql Server", "127.0.0.1", "unleash-pat-", "unleash_pat_", "Exception"];

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
            var answers = await Task.WhenAll(requests.Select(request => request.Client.SendAsync(
                request.Method, request.Path, request.Body is null ? null : ServiceClient.Json(request.Body))));
            foreach (var answer in answers)
            {
                var error = answer.ShouldBeError(503, "ServiceUnavailableError");
                answer.Header("retry-after").ShouldNotBeNull();
                answer.Header("set-cookie").ShouldBeNull();
                Internals.ShouldAllBe(name => !answer.Body.Contains(name, StringComparison.OrdinalIgnoreCase));
                Service.Logs.Lines.ShouldContain(line =>
                    line.Contains($"{error.Id}", StringComparison.Ordinal) && line.Contains(nameof(Exception), StringComparison.Ordinal));
            }
        });

        (await account.Client.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await unread.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Other_services_are_told_to_come_back_and_never_that_a_token_is_not_accepted()
    {
        var verifier = await Service.VerifierAsync();
        var token = (await (await Service.AccountAsync()).Client.IssueAsync()).Secret;
        await verifier.Client.IntrospectAsync(token);

        await WithoutDatabaseAsync(async () =>
        {
            // Until the node no longer trusts what it remembers.
            var introspected = await Eventually.GetAsync(
                () => verifier.Client.PostFormAsync(OAuthCalls.Introspect, ("token", token)), answer => answer.Status != 200, null, Cancel);
            var configured = await Service.Administrator.PostFormAsync(OAuthCalls.Introspect, ("token", token));
            var forwarded = await Service.Anonymous.WithAuthorization(token).GetAsync(OAuthCalls.Verify);
            var revoked = await Service.Anonymous.PostFormAsync(OAuthCalls.Revoke, ("token", token));
            var streamed = await verifier.Client.GetAsync(OAuthCalls.Revocations);
            foreach (var answer in new[] { introspected, configured, forwarded, revoked, streamed })
            {
                answer.ShouldBeError(503, "ServiceUnavailableError");
                answer.Header("retry-after").ShouldNotBeNull();
            }
        });

        (await verifier.Client.IntrospectAsync(token)).Json.GetProperty("active").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_node_remembers_is_accepted_for_a_second_at_most_and_never_refused()
    {
        var callers = new TokenUses(Service.Anonymous, await Service.VerifierAsync(), (await (await Service.AccountAsync()).Client.IssueAsync()).Secret);
        (await callers.SendAsync()).ShouldAllBe(answer => answer.Status == 200);

        await WithoutDatabaseAsync(async () =>
        {
            var second = Task.Delay(Victim.Promise, Cancel);
            while (!second.IsCompleted)
            {
                (await callers.SendAsync()).ShouldAllBe(answer => answer.Status == 503 || (answer.Status == 200 && !TokenUses.IsRefused(answer)));
            }

            foreach (var answer in await callers.SendAsync())
            {
                answer.ShouldBeError(503, "ServiceUnavailableError");
                answer.Header("retry-after").ShouldNotBeNull();
            }
        });

        (await callers.SendAsync()).ShouldAllBe(answer => answer.Status == 200 && !TokenUses.IsRefused(answer));
    }

    [Fact]
    public async Task What_was_revoked_just_before_is_not_accepted()
    {
        var other = await StartAsync(Service.Database, new ServiceOptions());
        foreach (var (node, promise) in new[] { (Service, TimeSpan.Zero), (other, Victim.Promise) })
        {
            var token = (await (await Service.AccountAsync()).Client.IssueAsync()).Secret;
            var callers = new TokenUses(Service.Anonymous, await Service.VerifierAsync(), token);
            (await callers.SendAsync()).ShouldAllBe(answer => answer.Status == 200);
            (await node.Anonymous.PostFormAsync(OAuthCalls.Revoke, ("token", token))).Status.ShouldBe(200);

            await WithoutDatabaseAsync(async () =>
            {
                await Task.Delay(promise, Cancel);
                (await callers.SendAsync()).ShouldAllBe(answer => answer.Status == 503 || TokenUses.IsRefused(answer));
            });

            (await callers.SendAsync()).ShouldAllBe(answer => TokenUses.IsRefused(answer));
        }
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
        await Engine.TakeAwayAsync();
        try
        {
            await test();
        }
        finally
        {
            await Engine.BringBackAsync();
        }
    }
}

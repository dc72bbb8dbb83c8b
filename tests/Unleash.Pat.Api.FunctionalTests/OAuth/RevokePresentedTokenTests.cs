using System.Globalization;
using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>docs/api.md, section 7.4: the holder of a token can revoke it.</summary>
public abstract class RevokePresentedTokenTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    protected override ServiceOptions Options => new()
    {
        Settings = new Dictionary<string, string> { ["RateLimiting:RevokePerMinute"] = "100000" },
    };

    [Fact]
    public async Task The_token_is_revoked_before_the_answer_and_recorded_with_its_reason()
    {
        var owner = await Service.AccountAsync();
        var token = await owner.Client.IssueAsync();
        var kept = await owner.Client.IssueAsync();
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);
        (await bearer.GetAsync(OAuthCalls.Verify)).Status.ShouldBe(200);

        var answer = await RevokeAsync(token.Secret);

        answer.Status.ShouldBe(200);
        answer.Body.ShouldBeEmpty();
        (await bearer.GetAsync(OAuthCalls.Verify)).Status.ShouldBe(401);
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        await Service.Administrator.ShouldBeInactiveAsync(token.Secret);
        (await owner.Client.ListAsync()).ShouldHaveSingleItem().Id.ShouldBe(kept.Id);
        var entry = (await Service.EventsAsync("pat-revoked")).Single(entry => entry.GetProperty("data").GetProperty("id").GetInt64() == token.Id);
        entry.GetProperty("createdByUserId").GetInt64().ShouldBe(owner.Id);
        entry.GetProperty("data").GetProperty("reason").GetString().ShouldBe("holder");
        entry.GetProperty("data").GetProperty("address").GetString().ShouldBe("127.0.0.1");
        entry.GetRawText().ShouldNotContain(token.Secret[^43..]);
    }

    [Fact]
    public async Task A_text_that_is_no_token_changes_nothing_and_is_answered_the_same()
    {
        var owner = await Service.AccountAsync();
        var token = await owner.Client.IssueAsync();
        var expiring = await owner.Client.IssueAsync($$"""{"expiresAt":"{{DateTimeOffset.UtcNow.AddMilliseconds(300):O}}"}""");
        var altered = token.Secret[..^1] + (token.Secret[^1] == 'A' ? 'B' : 'A');
        await Eventually.GetAsync(
            () => Service.Anonymous.WithAuthorization(expiring.Secret).GetAsync(ServiceClient.Me), answer => answer.Status == 401, null, Cancel);

        foreach (var text in new[] { altered, "x", "\0", token.Secret + " ", $"Bearer {token.Secret}", TestService.AdminToken, expiring.Secret })
        {
            var answer = await RevokeAsync(text);
            answer.Status.ShouldBe(200);
            answer.Body.ShouldBeEmpty();
        }

        (await owner.Client.ListAsync()).Count.ShouldBe(2);
        (await Service.Administrator.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_created_admin_token_is_revoked_too_even_while_it_is_suspended()
    {
        var (maker, _, id) = await Service.SignedInAsync(rootRole: 1);
        foreach (var isSuspended in new[] { false, true })
        {
            var made = await maker.PostAsync(AccountCalls.ApiTokens, new { tokenName = AccountCalls.Name(), type = "admin" });
            var secret = made.Json.GetProperty("secret").GetString()!;
            if (isSuspended)
            {
                await Service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { rootRole = 3 });
            }

            (await RevokeAsync(secret)).Status.ShouldBe(200);

            await Service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { rootRole = 1 });
            (await Service.Anonymous.WithAuthorization(secret).GetAsync(AccountCalls.Users)).Status.ShouldBe(401);
            var entry = (await Service.EventsAsync("api-token-deleted"))
                .Single(entry => entry.GetProperty("preData").GetProperty("id").GetInt64() == made.Id());
            entry.GetProperty("data").GetProperty("reason").GetString().ShouldBe("holder");
            entry.GetProperty("data").GetProperty("address").GetString().ShouldBe("127.0.0.1");
        }
    }

    [Fact]
    public async Task No_other_credentials_matter_and_no_origin()
    {
        var owner = await Service.AccountAsync();
        var token = await owner.Client.IssueAsync();

        var answer = await Service.Anonymous.WithCookie(owner.Client.Cookie!, "nonsense").SendAsync(
            HttpMethod.Post, OAuthCalls.Revoke, OAuthCalls.Raw($"token={Uri.EscapeDataString(token.Secret)}"), ("origin", "https://elsewhere.example"));

        answer.Status.ShouldBe(200, answer.Body);
        (await owner.Client.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_at_once_revoke_and_record_once()
    {
        var owner = await Service.AccountAsync();
        var token = await owner.Client.IssueAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RevokeAsync(token.Secret)));

        answers.ShouldAllBe(answer => answer.Status == 200);
        (await Service.EventsAsync("pat-revoked")).Count(entry => entry.GetProperty("data").GetProperty("id").GetInt64() == token.Id).ShouldBe(1);
    }

    [Fact]
    public async Task Another_node_refuses_it_within_a_second()
    {
        var node = await StartAsync(Service.Database, new ServiceOptions());
        var token = await (await Service.AccountAsync(new() { Role = RootRole.Viewer })).Client.IssueAsync();
        var elsewhere = node.Anonymous.WithAuthorization(token.Secret);
        (await elsewhere.GetAsync(OAuthCalls.Verify)).Status.ShouldBe(200);

        await RevokeAsync(token.Secret);

        await Eventually.GetAsync(() => elsewhere.GetAsync(OAuthCalls.Verify), answer => answer.Status == 401, null, Cancel);
    }

    [Fact]
    public async Task It_is_limited_by_address()
    {
        var service = await StartAsync(("RateLimiting:RevokePerMinute", "2"), ("RateLimiting:LoginPerMinute", "100"));
        var token = await (await service.AccountAsync()).Client.IssueAsync();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            (await service.Anonymous.PostFormAsync(OAuthCalls.Revoke, ("token", "x"))).Status.ShouldBe(200);
        }

        var answer = await service.Anonymous.PostFormAsync(OAuthCalls.Revoke, ("token", token.Secret));

        answer.ShouldBeError(429, "RateLimitError").Message.ShouldStartWith("Too many revocations");
        answer.Header("RateLimit-Limit").ShouldBe("2");
        answer.Header("RateLimit-Remaining").ShouldBe("0");
        var seconds = int.Parse(answer.Header("Retry-After").ShouldNotBeNull(), CultureInfo.InvariantCulture);
        seconds.ShouldBeInRange(1, 60);
        (await service.Anonymous.WithAuthorization(token.Secret).GetAsync(OAuthCalls.Verify)).Status.ShouldBe(200);
        (await service.Administrator.IntrospectAsync(token.Secret)).Json.GetProperty("active").ValueKind.ShouldBe(JsonValueKind.True);
    }

    private Task<Answer> RevokeAsync(string token) => Service.Anonymous.PostFormAsync(OAuthCalls.Revoke, ("token", token));
}

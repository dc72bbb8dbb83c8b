using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>docs/api.md, section 7.3: a proxy asks about the token of a request.</summary>
public abstract class ForwardAuthenticationTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly string[] Names =
        ["x-auth-user", "x-auth-user-id", "x-auth-email", "x-auth-account-type", "x-auth-role", "x-auth-token-id", "x-auth-scopes"];

    [Fact]
    public async Task An_accepted_token_is_told_in_headers_the_first_time_and_from_memory()
    {
        var username = AccountCalls.Name();
        var owner = await Service.AccountAsync(new() { Role = RootRole.Editor, Username = username });
        var token = await owner.Client.IssueAsync();
        string?[] expected = [username, $"{owner.Id}", owner.Email, "User", "Editor", $"{token.Id}", null];

        foreach (var header in new[] { $"Bearer {token.Secret}", token.Secret, $"bearer  {token.Secret}" })
        {
            foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND" })
            {
                using var content = method is "POST" or "PUT" ? OAuthCalls.Raw("not read: %", "text/plain") : null;
                var answer = await Service.Anonymous.WithAuthorization(header).SendAsync(HttpMethod.Parse(method), OAuthCalls.Verify, content);

                answer.Status.ShouldBe(200, method);
                answer.Body.ShouldBeEmpty();
                answer.Header("content-length").ShouldBe("0");
                answer.Header("cache-control").ShouldBe("no-store");
                Names.Select(answer.Header).ShouldBe(expected);
            }
        }
    }

    [Theory]
    [InlineData("plain name", "plain name")]
    [InlineData("é", "%C3%A9")]
    [InlineData("%C3%A9", "%25C3%25A9")]
    [InlineData("Zoë Ö", "Zo%C3%AB%20%C3%96")]
    public async Task A_name_that_a_header_cannot_carry_is_encoded_whole(string start, string encoded)
    {
        var suffix = AccountCalls.Name();
        var owner = await Service.AccountAsync(new() { Username = start + suffix });
        var token = await owner.Client.IssueAsync();

        (await VerifyAsync(token.Secret)).Header("x-auth-user").ShouldBe(encoded + suffix);
    }

    [Fact]
    public async Task Anything_else_is_401_in_the_error_form()
    {
        var owner = await Service.AccountAsync();
        var token = await owner.Client.IssueAsync();
        var revoked = await owner.Client.IssueAsync();
        (await VerifyAsync(revoked.Secret)).Status.ShouldBe(200);
        await owner.Client.DeleteAsync(revoked.Path);
        var made = await Service.Administrator.PostAsync(AccountCalls.ApiTokens, new { tokenName = AccountCalls.Name(), type = "admin" });
        string[] headers =
        [
            revoked.Secret, "x", "Bearer", "", OAuthCalls.Basic("x", token.Secret), $"{token.Secret}, {token.Secret}",
            TestService.AdminToken, made.Json.GetProperty("secret").GetString()!,
        ];

        foreach (var header in headers)
        {
            ShouldBeRefused(await VerifyAsync(header));
        }

        // Nothing but the header counts.
        ShouldBeRefused(await owner.Client.GetAsync(OAuthCalls.Verify));
        ShouldBeRefused(await Service.Anonymous.GetAsync($"{OAuthCalls.Verify}?access_token={token.Secret}"));
        ShouldBeRefused(await Service.Anonymous.PostFormAsync(OAuthCalls.Verify, ("access_token", token.Secret)));
        (await Service.Anonymous.SendAsync(HttpMethod.Head, OAuthCalls.Verify)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Every_required_role_must_be_the_accounts()
    {
        var owner = await Service.AccountAsync(new() { Role = RootRole.Editor });
        var token = await owner.Client.IssueAsync();

        foreach (var query in new[] { "role=Editor", "role=editor", "role=Editor&role=EDITOR", "Role=Editor", "role=%45ditor", "" })
        {
            (await VerifyAsync(token.Secret, "?" + query)).Status.ShouldBe(200, query);
        }

        (await VerifyAsync(token.Secret, "?role=Admin")).ShouldBeError(403, "NoAccessError", "This needs the role Admin.");
        (await VerifyAsync(token.Secret, "?role=Editor&role=Viewer")).ShouldBeError(403, "NoAccessError", "This needs the role Viewer.");
        ShouldBeRefused(await VerifyAsync("x", "?role=Editor"));
    }

    [Fact]
    public async Task An_unrestricted_token_has_every_scope()
    {
        var token = await (await Service.AccountAsync()).Client.IssueAsync();

        (await VerifyAsync(token.Secret, "?scope=deploy:write&scope=a")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("?role=Owner", "\"Owner\"")]
    [InlineData("?role=", "\"\"")]
    [InlineData("?role=Admin&role=x", "\"x\"")]
    [InlineData("?roles=Editor", "\"roles\"")]
    [InlineData("?scope=A", "\"A\"")]
    [InlineData("?scope=a%20b", "\"a b\"")]
    [InlineData("?scope=", "\"\"")]
    [InlineData("?scope", "\"\"")]
    public async Task A_requirement_that_cannot_be_used_is_met_by_none(string query, string named)
    {
        var token = await (await Service.AccountAsync()).Client.IssueAsync();

        (await VerifyAsync(token.Secret, query)).ShouldBeError(403, "NoAccessError").Message.ShouldContain(named);
    }

    [Fact]
    public async Task Below_the_address_the_original_path_and_query_are_not_read()
    {
        var token = await (await Service.AccountAsync()).Client.IssueAsync();

        foreach (var rest in new[] { "/", "/orders/7?role=Admin&x=1", "/a//b?scope=A", "/?page=2", "/%2e%2e%2fadmin" })
        {
            (await VerifyAsync(token.Secret, rest)).Status.ShouldBe(200, rest);
            ShouldBeRefused(await VerifyAsync("x", rest));
        }

        // A slash in the configuration of a proxy does not lift its requirement.
        foreach (var slip in new[] { "/", "//", "/%2f", "/;", "/." })
        {
            (await VerifyAsync(token.Secret, $"{slip}?role=Admin")).ShouldBeError(403, "NoAccessError");
        }
        (await VerifyAsync(token.Secret, "x")).ShouldBeError(404, "NotFoundError");
    }

    [Fact]
    public async Task It_is_refused_at_once_and_a_new_role_is_told_at_once()
    {
        var owner = await Service.AccountAsync(new() { Role = RootRole.Admin });
        var token = await owner.Client.IssueAsync();
        (await VerifyAsync(token.Secret, "?role=Admin")).Status.ShouldBe(200);

        await Service.Administrator.PutAsync($"{AccountCalls.Users}/{owner.Id}", new { rootRole = 2 });
        (await VerifyAsync(token.Secret, "?role=Admin")).ShouldBeError(403, "NoAccessError");
        (await VerifyAsync(token.Secret)).Header("x-auth-role").ShouldBe("Editor");

        await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{owner.Id}");
        ShouldBeRefused(await VerifyAsync(token.Secret));
    }

    [Fact]
    public async Task It_counts_as_a_use_and_refusals_are_counted()
    {
        var service = await StartAsync();
        var owner = await service.AccountAsync();
        var token = await owner.Client.IssueAsync();

        (await service.Anonymous.WithAuthorization(token.Secret).GetAsync(OAuthCalls.Verify)).Status.ShouldBe(200);
        ShouldBeRefused(await service.Anonymous.WithAuthorization("x").GetAsync(OAuthCalls.Verify));
        ShouldBeRefused(await service.Anonymous.GetAsync(OAuthCalls.Verify));

        await Eventually.GetAsync(
            () => owner.Client.ListAsync(), tokens => tokens.Single(listed => listed.Id == token.Id).SeenAt is not null, null, Cancel);
        var counted = await Eventually.GetAsync(
            () => service.EventsAsync("token-authentication-failed"), events => events.Count > 0, null, Cancel);
        counted[0].GetProperty("data").GetProperty("count").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task The_base_path_stands_before_it_and_an_invalid_host_is_refused()
    {
        var service = await StartAsync(("PublicUrl", "https://tokens.example.com/unleash"));
        var token = await (await service.AccountAsync()).Client.IssueAsync();
        var client = service.Anonymous.WithAuthorization(token.Secret);

        for (var round = 0; round < 2; round++)
        {
            (await client.GetAsync("/unleash/auth/verify")).Header("x-auth-token-id").ShouldBe($"{token.Id}");
            (await client.GetAsync("/auth/verify")).Header("x-auth-token-id").ShouldBe($"{token.Id}");
            (await client.GetAsync("/unleash/auth/verify?role=Admin")).ShouldBeError(403, "NoAccessError");
            (await client.GetAsync("/UNLEASH/AUTH/Verify?role=Admin")).ShouldBeError(403, "NoAccessError");
        }
    }

    private Task<Answer> VerifyAsync(string authorization, string rest = "") =>
        Service.Anonymous.WithAuthorization(authorization).GetAsync(OAuthCalls.Verify + rest);

    private static void ShouldBeRefused(Answer answer)
    {
        answer.ShouldBeError(401, "UnauthorizedError");
        answer.Header("www-authenticate").ShouldBe("Bearer");
        Names.Select(answer.Header).ShouldAllBe(value => value == null);
    }
}

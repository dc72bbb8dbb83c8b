using System.Globalization;
using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>docs/api.md, section 7.1: what another service is told of a token.</summary>
public abstract class IntrospectionTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task An_accepted_token_is_told_with_its_account()
    {
        var verifier = await Service.VerifierAsync();
        var username = AccountCalls.Name();
        var owner = await Service.AccountAsync(new() { Role = RootRole.Viewer, Username = username, Name = "Alice <Liddell> Ä" });
        var token = await owner.Client.IssueAsync("""{"expiresAt":"2099-04-19T08:15:14.999Z"}""");

        var answer = await verifier.Client.IntrospectAsync(token.Secret);

        var issued = DateTimeOffset.Parse(token.CreatedAt, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        answer.Json.EnumerateObject().ToDictionary(property => property.Name, property => $"{property.Value}").ShouldBe(
            new Dictionary<string, string>
            {
                ["active"] = "True",
                ["token_type"] = "Bearer",
                ["sub"] = $"{owner.Id}",
                ["username"] = username,
                ["jti"] = $"{token.Id}",
                ["iat"] = $"{issued}",
                ["exp"] = "4080269714",
                ["iss"] = Service.Address.ToString().TrimEnd('/'),
                ["unrestricted"] = "True",
                ["account_type"] = "User",
                ["name"] = "Alice <Liddell> Ä",
                ["email"] = owner.Email,
                ["root_role"] = "Viewer",
            },
            ignoreOrder: true);
        answer.Json.GetProperty("sub").ValueKind.ShouldBe(JsonValueKind.String);
        answer.Json.GetProperty("jti").ValueKind.ShouldBe(JsonValueKind.String);
        answer.Json.GetProperty("iat").ValueKind.ShouldBe(JsonValueKind.Number);
        answer.Header("cache-control").ShouldBe("no-store");
        answer.Header("content-type").ShouldNotBeNull().ShouldStartWith("application/json");
    }

    [Fact]
    public async Task An_account_without_a_username_is_named_by_its_address_and_a_program_by_its_kind()
    {
        var verifier = await Service.VerifierAsync();
        var owner = await Service.AccountAsync();

        var person = await verifier.Client.IntrospectAsync((await owner.Client.IssueAsync()).Secret);
        var program = await verifier.Client.IntrospectAsync(verifier.Secret);

        person.Json.GetProperty("username").GetString().ShouldBe(owner.Email);
        person.Json.TryGetProperty("name", out _).ShouldBeFalse();
        program.Json.GetProperty("username").GetString().ShouldBe(verifier.Username);
        program.Json.GetProperty("account_type").GetString().ShouldBe("Service Account");
        program.Json.TryGetProperty("email", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Anything_else_is_not_active_and_nothing_more_is_told()
    {
        var verifier = await Service.VerifierAsync();
        var owner = await Service.AccountAsync();
        var good = await owner.Client.IssueAsync();
        var revoked = await owner.Client.IssueAsync();
        await owner.Client.DeleteAsync(revoked.Path);
        var expiring = await owner.Client.IssueAsync($$"""{"expiresAt":"{{DateTimeOffset.UtcNow.AddMilliseconds(400):O}}"}""");
        var altered = good.Secret[..^1] + (good.Secret[^1] == 'A' ? 'B' : 'A');

        string[] texts =
        [
            revoked.Secret, altered, "x", " ", "\0", "ü", new string('x', 50_000), $"Bearer {good.Secret}", $"{good.Secret} ",
            good.Secret.ToUpperInvariant(), TestService.AdminToken, "*", "user:v2_",
        ];
        foreach (var text in texts)
        {
            await verifier.Client.ShouldBeInactiveAsync(text);
        }

        await Eventually.GetAsync(
            () => verifier.Client.IntrospectAsync(expiring.Secret), answer => answer.Body == """{"active":false}""", null, Cancel);
    }

    [Fact]
    public async Task A_token_of_a_deleted_account_is_not_active()
    {
        var verifier = await Service.VerifierAsync();
        var owner = await Service.AccountAsync();
        var token = await owner.Client.IssueAsync();
        (await verifier.Client.IntrospectAsync(token.Secret)).Json.GetProperty("active").GetBoolean().ShouldBeTrue();

        await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{owner.Id}");

        await verifier.Client.ShouldBeInactiveAsync(token.Secret);
    }

    [Fact]
    public async Task A_change_of_the_role_is_told_at_once()
    {
        var verifier = await Service.VerifierAsync();
        var owner = await Service.AccountAsync(new() { Role = RootRole.Admin });
        var token = await owner.Client.IssueAsync();
        (await verifier.Client.IntrospectAsync(token.Secret)).Json.GetProperty("root_role").GetString().ShouldBe("Admin");

        (await Service.Administrator.PutAsync($"{AccountCalls.Users}/{owner.Id}", new { rootRole = 3 })).Status.ShouldBe(200);

        (await verifier.Client.IntrospectAsync(token.Secret)).Json.GetProperty("root_role").GetString().ShouldBe("Viewer");
    }

    [Fact]
    public async Task A_created_admin_token_is_not_active_because_no_service_may_take_it_for_somebody()
    {
        var verifier = await Service.VerifierAsync();
        var made = await Service.Administrator.PostAsync(AccountCalls.ApiTokens, new { tokenName = AccountCalls.Name(), type = "admin" });
        var secret = made.Json.GetProperty("secret").GetString()!;

        await verifier.Client.ShouldBeInactiveAsync(secret);
        (await Service.Anonymous.WithAuthorization(secret).GetAsync(AccountCalls.Users)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task It_counts_as_a_use()
    {
        var service = await StartAsync();
        var verifier = await service.VerifierAsync();
        var owner = await service.AccountAsync();
        var token = await owner.Client.IssueAsync();

        await verifier.Client.IntrospectAsync(token.Secret);

        await Eventually.GetAsync(
            () => owner.Client.ListAsync(), tokens => tokens.Single(listed => listed.Id == token.Id).SeenAt is not null, null, Cancel);
    }

    [Fact]
    public async Task Other_media_types_in_accept_are_answered_in_json_and_other_methods_refused()
    {
        var verifier = await Service.VerifierAsync();

        (await verifier.Client.SendAsync(
            HttpMethod.Post, OAuthCalls.Introspect, OAuthCalls.Raw("token=x"), ("accept", "application/token-introspection+jwt")))
            .Body.ShouldBe("""{"active":false}""");
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
        {
            var answer = await verifier.Client.SendAsync(method, OAuthCalls.Introspect);
            answer.ShouldBeError(405, "MethodNotAllowedError");
            answer.Header("allow").ShouldBe("POST");
        }
    }
}

using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.OAuth;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.6: what tokens are created with, and what others are told of it.</summary>
public abstract class ScopeTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly string Longest = JsonSerializer.Serialize(
        Enumerable.Range(10, 32).Select(number => $"{number}{new string('a', 62)}"));

    [Theory]
    [InlineData("""["deploy:write","api:read"]""", "deploy:write api:read")]
    [InlineData("[]", "")]
    [InlineData("32", null)]
    public async Task A_token_has_the_scopes_that_it_was_created_with_wherever_it_is_shown(string sent, string? words)
    {
        var scopes = sent == "32" ? Longest : sent;
        words ??= string.Join(' ', JsonSerializer.Deserialize<string[]>(scopes)!);
        var account = await Service.AccountAsync();

        var created = await account.Client.PostAsync(ServiceClient.Tokens, $$"""{"scopes":{{scopes}}}""");

        created.Status.ShouldBe(201, created.Body);
        ScopesOf(created.Json).ShouldBe(scopes);
        ScopesOf((await account.Client.GetAsync($"{ServiceClient.Tokens}/{created.Id()}")).Json).ShouldBe(scopes);
        ScopesOf((await account.Client.GetAsync(ServiceClient.Tokens)).Json.GetProperty("pats")[0]).ShouldBe(scopes);
        ScopesOf((await EventOfAsync(created.Id())).GetProperty("data")).ShouldBe(scopes);
        var secret = created.Json.GetProperty("secret").GetString()!;
        var told = await (await Service.VerifierAsync()).Client.IntrospectAsync(secret);
        told.Json.GetProperty("scope").GetString().ShouldBe(words);
        told.Json.TryGetProperty("unrestricted", out _).ShouldBeFalse();
        var verified = await Service.Anonymous.WithAuthorization(secret).GetAsync(OAuthCalls.Verify);
        (verified.Status, verified.Header("x-auth-scopes")).ShouldBe((200, words));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"scopes":null}""")]
    public async Task Without_scopes_a_token_is_unrestricted(string body)
    {
        var account = await Service.AccountAsync();

        var created = await account.Client.PostAsync(ServiceClient.Tokens, body);

        created.Json.TryGetProperty("scopes", out _).ShouldBeFalse();
        (await EventOfAsync(created.Id())).GetProperty("data").TryGetProperty("scopes", out _).ShouldBeFalse();
        var secret = created.Json.GetProperty("secret").GetString()!;
        var told = await (await Service.VerifierAsync()).Client.IntrospectAsync(secret);
        told.Json.TryGetProperty("scope", out _).ShouldBeFalse();
        told.Json.GetProperty("unrestricted").GetBoolean().ShouldBeTrue();
        (await Service.Anonymous.WithAuthorization(secret).GetAsync(OAuthCalls.Verify)).Header("x-auth-scopes").ShouldBeNull();
    }

    [Fact]
    public async Task A_service_accounts_token_is_created_by_the_same_rules()
    {
        var path = $"{AccountCalls.ServiceAccounts}/{await Service.ServiceAccountAsync()}/token";

        var created = await Service.Administrator.PostAsync(path, """{"scopes":["deploy:write"]}""");

        ScopesOf(created.Json).ShouldBe("""["deploy:write"]""");
        ScopesOf((await Service.Administrator.GetAsync(path)).Json.GetProperty("pats")[0]).ShouldBe("""["deploy:write"]""");
        ShouldBreak(await Service.Administrator.PostAsync(path, """{"scopes":["Deploy"]}"""), 0);
    }

    [Theory]
    [InlineData("""{"scopes":"api:read"}""", "/body/scopes must be array. \"api:read\"")]
    [InlineData("""{"scopes":{"0":"api:read"}}""", "/body/scopes must be array. {\"0\":\"api:read\"}")]
    [InlineData("""{"scopes":["a",1,null,"B",["c"]]}""", "/body/scopes/1 must be string. 1|/body/scopes/2 must be string. null|/body/scopes/4 must be string. [\"c\"]")]
    public async Task Wrong_types_are_all_named(string body, string faults)
    {
        var account = await Service.AccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, body)).ShouldBreakSchema([.. faults.Split('|').Select(fault =>
        {
            var (path, demand, sent) = (fault.Split(' ')[0], fault.Split(' ', 2)[1].Split(". ")[0], fault.Split(". ")[1]);
            return (path, $"The `{path}` property {demand}. You sent {sent}.");
        })]);
    }

    [Fact]
    public async Task A_small_body_has_no_large_answer()
    {
        var account = await Service.AccountAsync();
        var many = string.Join(',', Enumerable.Repeat("1", 40_000));

        (await account.Client.PostAsync(ServiceClient.Tokens, $$"""{"scopes":[{{many}}]}""")).Body.Length.ShouldBeLessThan(20_000);
        (await account.Client.PostAsync(ServiceClient.Tokens, $$"""{"scopes":[{{many.Replace("1", "\"\"", StringComparison.Ordinal)}}]}"""))
            .Body.Length.ShouldBeLessThan(20_000);
    }

    [Theory]
    [InlineData("""["a","B","a b","","a"]""", 1, 2, 3, 4)]
    [InlineData("""["api:read","\u0000"]""", 1)]
    [InlineData("33", 32)]
    [InlineData("65", 0)]
    public async Task Broken_rules_are_all_named_by_their_places(string scopes, params int[] places)
    {
        var account = await Service.AccountAsync();
        scopes = scopes switch
        {
            "33" => JsonSerializer.Serialize(Enumerable.Range(0, 34).Select(number => $"s{number}")),
            "65" => JsonSerializer.Serialize(new[] { new string('a', 65) }),
            _ => scopes,
        };

        ShouldBreak(await account.Client.PostAsync(ServiceClient.Tokens, $$"""{"scopes":{{scopes}}}"""), places);
    }

    [Fact]
    public async Task Where_scopes_are_named_no_others_are_accepted_and_an_unrestricted_token_has_them_all()
    {
        var service = await StartAsync(("Pats:Scopes:deploy:write", "Deploys."), ("Pats:Scopes:deploy:read", ""));
        var account = await service.AccountAsync();

        (await service.Anonymous.GetAsync("/.well-known/oauth-authorization-server")).Json.GetProperty("scopes_supported").GetRawText()
            .ShouldBe("""["api:read","api:write","deploy:read","deploy:write"]""");

        ShouldBreak(await account.Client.PostAsync(ServiceClient.Tokens, """{"scopes":["deploy:write","deploy","api:read"]}"""), 1);

        var restricted = await account.Client.IssueAsync("""{"scopes":["deploy:write","api:read","api:write"]}""");
        var unrestricted = await account.Client.IssueAsync();
        var verifier = (await service.VerifierAsync()).Client;
        (await verifier.IntrospectAsync(restricted.Secret)).Json.GetProperty("scope").GetString().ShouldBe("deploy:write api:read api:write");
        var told = (await verifier.IntrospectAsync(unrestricted.Secret)).Json;
        told.GetProperty("scope").GetString().ShouldBe("deploy:read deploy:write");
        told.GetProperty("unrestricted").GetBoolean().ShouldBeTrue();
        (await service.Anonymous.WithAuthorization(unrestricted.Secret).GetAsync(OAuthCalls.Verify))
            .Header("x-auth-scopes").ShouldBe("deploy:read deploy:write");
        (await account.Client.GetAsync("/api/admin/ui-config")).Json.GetProperty("personalAccessTokens").GetProperty("scopes").GetRawText()
            .ShouldBe("""[{"name":"deploy:read","description":""},{"name":"deploy:write","description":"Deploys."}]""");
    }

    private static string ScopesOf(JsonElement token) => token.GetProperty("scopes").GetRawText();

    private static void ShouldBreak(Answer answer, params int[] places)
    {
        var error = answer.ShouldBeError(400, "BadDataError");
        error.Message.ShouldBe($"Request validation failed: your request body or params contain invalid data: {error.Details[0].Message}");
        error.Details.Select(detail => detail.Path).ShouldBe(places.Select(place => $"/body/scopes/{place}"));
    }

    private async Task<JsonElement> EventOfAsync(long token) =>
        (await Service.EventsAsync("pat-created")).Single(entry => entry.GetProperty("data").GetProperty("id").GetInt64() == token);
}

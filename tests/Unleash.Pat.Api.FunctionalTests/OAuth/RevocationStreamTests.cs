using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>docs/api.md, section 7.5: verifiers are told what is revoked.</summary>
public abstract class RevocationStreamTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task It_starts_lives_and_names_tokens_and_accounts()
    {
        var verifier = await Service.VerifierAsync();
        var owner = await Service.AccountAsync();
        var token = await owner.Client.IssueAsync();
        using var stream = await EventStream.OpenAsync(Service, verifier.Secret);

        (await stream.NextAsync()).ShouldBe(("start", "{}"));
        await stream.UntilAsync(item => item == ("alive", "{}"));
        await owner.Client.DeleteAsync(token.Path);
        await stream.UntilAsync(item => item.Name == "revoked" && Holds(item.Data, "tokens", token.Id));
        await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{owner.Id}");
        await stream.UntilAsync(item => item.Name == "revoked" && Holds(item.Data, "accounts", owner.Id));
        stream.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        stream.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        stream.Response.Headers.GetValues("x-accel-buffering").ShouldBe(["no"]);
        stream.Response.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_node_revokes_is_told_too()
    {
        var node = await StartAsync(Service.Database, new ServiceOptions());
        var token = await (await Service.AccountAsync()).Client.IssueAsync();
        using var stream = await EventStream.OpenAsync(Service, TestService.AdminToken);
        await stream.UntilAsync(item => item.Name == "alive");

        (await node.Anonymous.PostFormAsync(OAuthCalls.Revoke, ("token", token.Secret))).Status.ShouldBe(200);

        await stream.UntilAsync(item => item.Name == "revoked" && Holds(item.Data, "tokens", token.Id));
    }

    [Fact]
    public async Task It_ends_when_the_verifiers_own_token_is_revoked_or_expires()
    {
        var verifier = await Service.VerifierAsync();
        using var revoked = await EventStream.OpenAsync(Service, verifier.Secret);
        var brief = await Service.Administrator.PostAsync(
            $"{AccountCalls.ServiceAccounts}/{verifier.Id}/token", new { expiresAt = DateTimeOffset.UtcNow.AddSeconds(4) });
        using var expiring = await EventStream.OpenAsync(Service, brief.Json.GetProperty("secret").GetString()!);
        (await revoked.NextAsync())!.Value.Name.ShouldBe("start");

        await Service.Administrator.DeleteAsync($"{AccountCalls.ServiceAccounts}/{verifier.Id}/token/{verifier.TokenId}");

        await revoked.UntilEndAsync();
        await expiring.UntilEndAsync();
    }

    [Fact]
    public async Task It_ends_when_the_service_stops()
    {
        var engine = new TEngine();
        try
        {
            var service = await TestService.StartAsync(await engine.CreateDatabaseAsync(Cancel), new ServiceOptions());
            using var stream = await EventStream.OpenAsync(service, TestService.AdminToken);
            await stream.UntilAsync(item => item.Name == "alive");

            var stopping = service.StopAsync(Cancel);

            await stream.UntilEndAsync();
            await stopping;
            await service.DisposeAsync();
        }
        finally
        {
            await engine.DropAsync();
        }
    }

    [Fact]
    public async Task It_takes_the_credentials_of_a_verifier_and_head_opens_no_stream()
    {
        var verifier = await Service.VerifierAsync();
        var owner = await Service.AccountAsync();

        var anonymous = await Service.Anonymous.GetAsync(OAuthCalls.Revocations);
        anonymous.ShouldBeError(401, "UnauthorizedError");
        anonymous.Header("www-authenticate").ShouldBe("Basic realm=\"Unleash.Pat\"");
        (await owner.Client.GetAsync(OAuthCalls.Revocations)).Status.ShouldBe(401);
        (await Service.Anonymous.WithAuthorization((await owner.Client.IssueAsync()).Secret).GetAsync(OAuthCalls.Revocations)).Status.ShouldBe(403);
        var head = await verifier.Client.SendAsync(HttpMethod.Head, OAuthCalls.Revocations);
        head.Status.ShouldBe(200);
        head.Header("content-type").ShouldBe("text/event-stream");
        (await verifier.Client.PostAsync(OAuthCalls.Revocations, "{}")).ShouldBeError(405, "MethodNotAllowedError");
    }

    private static bool Holds(string data, string name, long id) =>
        JsonSerializer.Deserialize<JsonElement>(data).GetProperty(name).EnumerateArray().Any(item => item.GetString() == $"{id}");
}

using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>docs/api.md, section 7.1: a foreign client of the introspection, configured as docs/verifying.md has it.</summary>
public abstract class OpenIddictTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task It_accepts_a_token_until_it_is_revoked_and_tells_whose_it_is()
    {
        var verifier = await Service.VerifierAsync();
        await using var service = await StartAsync(verifier.Username, verifier.Secret);
        var (owner, name, id) = await Service.SignedInAsync();
        var token = await owner.IssueAsync();
        var caller = service.Client.WithAuthorization($"Bearer {token.Secret}");

        var accepted = await caller.GetAsync(OAuthCalls.Verify);

        accepted.Status.ShouldBe(200, accepted.Body);
        string[] claims = [.. accepted.Json.EnumerateArray().Select(claim => claim.GetString()!)];
        claims.ShouldContain($"sub={id}");
        claims.ShouldContain($"username={name}");
        claims.ShouldContain("root_role=Viewer");
        await owner.DeleteAsync(token.Path);
        (await caller.GetAsync(OAuthCalls.Verify)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task It_refuses_what_is_no_valid_token()
    {
        var verifier = await Service.VerifierAsync();
        await using var service = await StartAsync(verifier.Username, verifier.Secret);
        var unknown = $"{verifier.Secret[..^1]}{(verifier.Secret[^1] == 'A' ? 'B' : 'A')}";

        (await service.Client.GetAsync(OAuthCalls.Verify)).Status.ShouldBe(401);
        foreach (var authorization in new[] { $"Bearer {unknown}", "Bearer x", "Bearer user:v2_unknown", OAuthCalls.Basic("a", "b") })
        {
            (await service.Client.WithAuthorization(authorization).GetAsync(OAuthCalls.Verify)).Status.ShouldBe(401, authorization);
        }
    }

    [Fact]
    public async Task It_accepts_nothing_with_the_credentials_of_a_user_or_with_wrong_ones()
    {
        var verifier = await Service.VerifierAsync();
        var (owner, name, _) = await Service.SignedInAsync();
        var token = (await owner.IssueAsync()).Secret;
        foreach (var (id, secret, status) in new[] { (name, token, 403), (verifier.Username, token, 401), (verifier.Username, "wrong", 401) })
        {
            await using var service = await StartAsync(id, secret);

            var answer = await service.Client.WithAuthorization($"Bearer {token}").GetAsync(OAuthCalls.Verify);

            answer.Status.ShouldBe(status, answer.Body);
        }
    }

    private Task<OtherService> StartAsync(string clientId, string clientSecret) => OtherService.StartAsync(services =>
    {
        var issuer = Service.Address;
        services.AddOpenIddict().AddValidation(options =>
        {
            options.SetIssuer(issuer);
            options.SetConfiguration(new OpenIddictConfiguration
            {
                Issuer = issuer,
                IntrospectionEndpoint = new Uri(issuer, OAuthCalls.Introspect),
                IntrospectionEndpointAuthMethodsSupported = { OpenIddictConstants.ClientAuthenticationMethods.ClientSecretBasic },
            });
            options.UseIntrospection().SetClientId(clientId).SetClientSecret(clientSecret);
            options.UseSystemNetHttp();
            options.UseAspNetCore();
        });
        services.AddAuthentication(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
    });
}

using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OAuth;

/// <summary>docs/api.md, section 7.2: OAuth libraries find their way.</summary>
public abstract class DiscoveryTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly string[] Paths = ["/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"];

    [Fact]
    public async Task It_is_told_under_the_public_address()
    {
        var service = await StartAsync(("PublicUrl", "https://tokens.example.com/unleash"));
        foreach (var path in Paths)
        {
            foreach (var prefix in new[] { "", "/unleash" })
            {
                var answer = await service.Anonymous.GetAsync(prefix + path);
                answer.Status.ShouldBe(200, answer.Body);
                JsonSerializer.Serialize(answer.Json).ShouldBe(JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>("""
                    {
                      "issuer": "https://tokens.example.com/unleash",
                      "introspection_endpoint": "https://tokens.example.com/unleash/oauth2/introspect",
                      "introspection_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "Bearer"],
                      "revocation_endpoint": "https://tokens.example.com/unleash/oauth2/revoke",
                      "revocation_endpoint_auth_methods_supported": ["none"],
                      "scopes_supported": ["api:read", "api:write"],
                      "service_documentation": "https://tokens.example.com/unleash/docs/openapi"
                    }
                    """)));
            }
        }
    }

    [Fact]
    public async Task Without_a_public_address_it_is_that_of_the_request_and_what_it_names_is_there()
    {
        var root = Service.Address.ToString().TrimEnd('/');
        foreach (var path in Paths)
        {
            var told = (await Service.Anonymous.WithAuthorization("nonsense").GetAsync(path)).Json;

            told.GetProperty("issuer").GetString().ShouldBe(root);
            foreach (var name in new[] { "introspection_endpoint", "revocation_endpoint" })
            {
                var address = told.GetProperty(name).GetString()!;
                (await Service.Administrator.PostRawAsync(address[root.Length..], "token=x")).Status.ShouldBe(200);
            }
        }

        (await Service.Anonymous.SendAsync(HttpMethod.Head, Paths[0])).Status.ShouldBe(200);
        (await Service.Anonymous.PostAsync(Paths[0], "{}")).ShouldBeError(405, "MethodNotAllowedError");
    }

    [Fact]
    public async Task The_issuer_of_an_introspected_token_is_the_same()
    {
        var service = await StartAsync(("PublicUrl", "https://tokens.example.com/"));
        var verifier = await service.VerifierAsync();

        (await verifier.Client.IntrospectAsync(verifier.Secret)).Json.GetProperty("iss").GetString().ShouldBe("https://tokens.example.com");
        (await service.Anonymous.GetAsync(Paths[0])).Json.GetProperty("issuer").GetString().ShouldBe("https://tokens.example.com");
    }
}

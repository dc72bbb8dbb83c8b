using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Api.FunctionalTests.OAuth;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Authentication;

/// <summary>docs/api.md, section 1.6: what a token with scopes may do, of every route of the service.</summary>
public abstract partial class ScopeMatrixTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Read = "api:read";
    private const string Write = "api:write";

    // The scope that each route needs: none where every token may use it, and where no credentials count.
    private static readonly Dictionary<string, string?> Needed = new()
    {
        ["GET /"] = null,
        ["GET /login"] = null,
        ["GET /signed-out"] = null,
        ["GET /new-user"] = null,
        ["GET /reset-password"] = null,
        ["GET /profile"] = null,
        ["GET /profile/personal-api-tokens"] = null,
        ["GET /admin/users"] = null,
        ["GET /admin/users/{Id:long}"] = null,
        ["GET /admin/service-accounts"] = null,
        ["GET /admin/service-accounts/{Id:long}"] = null,
        ["GET /admin/tokens"] = null,
        ["GET /admin/api-tokens"] = null,
        ["GET /about"] = null,
        ["GET /admin/events"] = null,
        ["GET /index.html"] = null,
        ["GET /sign-in.html"] = null,
        ["GET /docs/openapi.json"] = null,
        ["GET /health"] = null,
        ["GET /ready"] = null,
        ["GET /.well-known/oauth-authorization-server"] = null,
        ["GET /.well-known/openid-configuration"] = null,
        ["POST /auth/simple/login"] = null,
        ["POST /auth/demo/login"] = null,
        ["POST /logout"] = null,
        ["POST /oauth2/revoke"] = null,
        ["POST /auth/verify"] = null,
        ["POST /auth/verify/{**original}"] = null,
        ["GET /api/admin/user"] = null,
        ["GET /api/admin/user/profile"] = Read,
        ["GET /api/admin/user/tokens"] = Read,
        ["GET /api/admin/user/tokens/{id}"] = Read,
        ["GET /api/admin/user/sessions"] = Read,
        ["GET /api/admin/ui-config"] = Read,
        ["GET /api/admin/roles"] = Read,
        ["GET /api/admin/events"] = Read,
        ["GET /api/admin/search/events"] = Read,
        ["GET /api/admin/event-creators"] = Read,
        ["GET /api/admin/api-tokens"] = Read,
        ["GET /api/admin/service-account"] = Read,
        ["GET /api/admin/service-account/{id}/token"] = Read,
        ["GET /api/admin/user-admin"] = Read,
        ["GET /api/admin/user-admin/search"] = Read,
        ["GET /api/admin/user-admin/{id}"] = Read,
        ["GET /api/admin/user-admin/{id}/sessions"] = Read,
        ["GET /api/admin/user/tokens/current"] = null,
        ["POST /api/admin/user/tokens/current/rotate"] = null,
        ["PUT /api/admin/user/tokens/{id}"] = Write,
        ["POST /api/admin/user/tokens/{id}/rotate"] = Write,
        ["DELETE /api/admin/user/tokens"] = Write,
        ["POST /api/admin/service-account/{id}/token/{tokenId}/rotate"] = Write,
        ["GET /api/admin/personal-access-tokens"] = Read,
        ["GET /api/admin/personal-access-tokens/{id}"] = Read,
        ["PUT /api/admin/personal-access-tokens/{id}"] = Write,
        ["DELETE /api/admin/personal-access-tokens/{id}"] = Write,
        ["POST /api/admin/personal-access-tokens/revoke"] = Write,
        ["GET /api/admin/policy"] = Read,
        ["POST /api/admin/policy/check"] = Write,
        ["GET /oauth2/revocations"] = Read,
        ["POST /oauth2/introspect"] = Read,
        ["GET /auth/reset/validate"] = null,
        ["POST /auth/reset/password"] = null,
        ["POST /auth/reset/validate-password"] = null,
        ["POST /api/admin/user-admin/reset-password"] = Write,
        ["POST /api/admin/user-admin/{id}/password-link"] = Write,
        ["GET /api/admin/projects"] = Read,
        ["GET /api/admin/environments"] = Read,
        ["GET /api/admin/search/features"] = Read,
        ["GET /api/admin/feature-types"] = Read,
        ["GET /api/admin/flag-creators"] = Read,
        ["GET /api/admin/lifecycle/count"] = Read,
        ["GET /api/admin/context"] = Read,
        ["GET /api/admin/segments"] = Read,
        ["GET /api/admin/strategies"] = Read,
        ["GET /api/admin/tags"] = Read,
        ["GET /api/admin/tag-types"] = Read,
        ["GET /api/admin/addons"] = Read,
        ["GET /api/admin/metrics/applications"] = Read,
        ["GET /api/admin/metrics/unknown-flags"] = Read,
        ["GET /api/admin/telemetry/settings"] = Read,
        ["GET /api/admin/maintenance"] = Read,
        ["GET /api/admin/invite-link/tokens"] = Read,
        ["GET /api/admin/instance-admin/statistics"] = Read,
        ["GET /api/admin/personal-dashboard"] = Read,
        ["GET /api/admin/installation"] = Read,
        ["GET /api/admin/logins"] = Read,
        ["GET /api/admin/user-admin/access"] = Read,
        ["GET /api/admin/user-admin/admin-count"] = Read,
        ["GET /api/admin/user-admin/{id}/permissions"] = Read,
        ["POST /api/admin/user/change-password"] = Write,
        ["POST /api/admin/user/tokens"] = Write,
        ["DELETE /api/admin/user/tokens/{id}"] = Write,
        ["DELETE /api/admin/user/sessions"] = Write,
        ["DELETE /api/admin/user/sessions/{sessionId}"] = Write,
        ["POST /api/admin/api-tokens"] = Write,
        ["POST /api/admin/api-tokens/{id}/take-over"] = Write,
        ["DELETE /api/admin/api-tokens/{id}"] = Write,
        ["POST /api/admin/service-account"] = Write,
        ["PUT /api/admin/service-account/{id}"] = Write,
        ["DELETE /api/admin/service-account/{id}"] = Write,
        ["POST /api/admin/service-account/{id}/token"] = Write,
        ["DELETE /api/admin/service-account/{id}/token/{tokenId}"] = Write,
        ["POST /api/admin/user-admin"] = Write,
        ["POST /api/admin/user-admin/validate-password"] = Write,
        ["PUT /api/admin/user-admin/{id}"] = Write,
        ["DELETE /api/admin/user-admin/{id}"] = Write,
        ["POST /api/admin/user-admin/{id}/change-password"] = Write,
        ["DELETE /api/admin/user-admin/{id}/sessions"] = Write,
        ["DELETE /api/admin/user-admin/{id}/sessions/{sessionId}"] = Write,
    };

    [Fact]
    public void The_table_has_every_route_and_no_other() =>
        Routes().Select(route => route.Name).Order(StringComparer.Ordinal).ShouldBe(Needed.Keys.Order(StringComparer.Ordinal));

    // Of service accounts, because tokens of users verify no others.
    [Theory]
    [InlineData("{}", true, true)]
    [InlineData("""{"scopes":[]}""", false, false)]
    [InlineData("""{"scopes":["other:scope"]}""", false, false)]
    [InlineData("""{"scopes":["api:read"]}""", true, false)]
    [InlineData("""{"scopes":["api:write"]}""", true, true)]
    public async Task A_token_may_do_what_its_scopes_allow(string body, bool reads, bool writes)
    {
        foreach (var role in new[] { 1, 3 })
        {
            var account = await Service.ServiceAccountAsync(role);
            var issued = await Service.Administrator.PostAsync($"{AccountCalls.ServiceAccounts}/{account}/token", body);
            var client = Service.Anonymous.WithAuthorization(issued.Json.GetProperty("secret").GetString()!);
            foreach (var (name, method, path) in Routes())
            {
                var needed = Needed[name];
                var isAllowed = needed is null || (needed == Read ? reads : writes);

                var answer = await SendAsync(client, method, path);

                IsRefusedForScopes(answer, needed ?? Read).ShouldBe(!isAllowed, $"{name} as {role}: {answer}");
            }
        }
    }

    private static bool IsRefusedForScopes(Answer answer, string needed) => answer.Status == 403
        && (answer.Body.Length == 0
            || answer.Read<ErrorBody>().Message == $"This token's scopes do not allow this. It needs \"{needed}\".");

    // Nothing is done: ids are no numbers, and bodies are of no type that is read.
    private static Task<Answer> SendAsync(ServiceClient client, string method, string path) =>
        client.SendAsync(
            path == OAuthCalls.Revocations ? HttpMethod.Head : HttpMethod.Parse(method),
            path,
            method is "POST" or "PUT" ? OAuthCalls.Raw("x", "text/plain") : null);

    private List<(string Name, string Method, string Path)> Routes() =>
    [
        .. from endpoint in Service.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()
           let route = $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}"
           let method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "POST"
           select ($"{method} {route}", method, Parameter().Replace(route, "x")),
    ];

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}

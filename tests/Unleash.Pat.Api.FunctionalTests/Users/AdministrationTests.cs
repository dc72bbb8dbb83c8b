using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>docs/api.md, section 5: what administers others needs <c>ADMIN</c>. Asked of every route there is.</summary>
public abstract partial class AdministrationTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    // What every account may do about itself. A new route that is not named here has to refuse who is no administrator.
    private static readonly string[] ForEverybody =
    [
        "api/admin/user", "api/admin/user/profile", "api/admin/user/change-password",
        "api/admin/user/tokens", "api/admin/user/tokens/{id}", "api/admin/user/tokens/{id}/rotate",
        "api/admin/user/tokens/current", "api/admin/user/tokens/current/rotate",
        "api/admin/user/sessions", "api/admin/user/sessions/{sessionId}",
        "api/admin/ui-config", "api/admin/policy", "api/admin/user-admin/validate-password",
        "api/admin/instance-admin/statistics", "api/admin/personal-dashboard",

        // Only their own events; see EventSearchTests.
        "api/admin/search/events",

        // None; see ApiTokenTests.
        "GET api/admin/api-tokens", "HEAD api/admin/api-tokens",
    ];

    private static readonly string[] ForAnybody =
    [
        "auth/simple/login", "auth/demo/login", "logout", "health", "ready",
        "auth/reset/validate", "auth/reset/password", "auth/reset/validate-password",
        "oauth2/revoke", ".well-known/oauth-authorization-server", ".well-known/openid-configuration",

        // Verifiers have credentials of their own; see VerifierTests.
        "oauth2/introspect",
    ];

    [Fact]
    public async Task Every_administrative_route_refuses_who_is_no_administrator()
    {
        var clients = new List<ServiceClient>();
        foreach (var role in new[] { RootRole.Viewer, RootRole.Editor })
        {
            var account = await Service.AccountAsync(new() { Role = role });
            clients.Add(account.Client);
            clients.Add(Service.Anonymous.WithAuthorization((await account.Client.IssueAsync()).Secret));
        }

        var routes = Routes().Where(route => !IsForEverybody(route) && !ForAnybody.Contains(route.Pattern)).ToList();

        routes.Count.ShouldBeGreaterThan(20);
        foreach (var (method, pattern) in routes)
        {
            foreach (var client in clients)
            {
                foreach (var body in new[] { null, ServiceClient.Json("{}"), ServiceClient.Json("nonsense") })
                {
                    var answer = await client.SendAsync(new HttpMethod(method), Path(pattern), body);
                    ShouldBeRefused(answer, method, 403, "NoAccessError");
                }
            }
        }
    }

    [Fact]
    public async Task Every_route_but_those_of_signing_in_and_of_health_asks_for_credentials()
    {
        foreach (var (method, pattern) in Routes().Where(route => !ForAnybody.Contains(route.Pattern)))
        {
            var anonymous = await Service.Anonymous.SendAsync(new HttpMethod(method), Path(pattern));
            ShouldBeRefused(anonymous, method, 401, "AuthenticationRequired");
            var unknown = await Service.Anonymous.WithAuthorization("*:*.nonsense").SendAsync(new HttpMethod(method), Path(pattern));
            ShouldBeRefused(unknown, method, 401, "UnauthorizedError");
        }
    }

    [Fact]
    public async Task Users_cannot_raise_their_own_role()
    {
        var (client, name, id) = await Service.SignedInAsync();
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Put, $"{AccountCalls.Users}/{id}"), (HttpMethod.Put, ServiceClient.Me),
            (HttpMethod.Put, $"{AccountCalls.ServiceAccounts}/{id}"), (HttpMethod.Post, AccountCalls.Users),
            (HttpMethod.Patch, $"{AccountCalls.Users}/{id}"),
        })
        {
            var answer = await client.SendAsync(method, path, ServiceClient.Json("""{"rootRole":1,"username":"x","permissions":["ADMIN"]}"""));
            answer.Status.ShouldBeOneOf(403, 404, 405);
        }

        (await client.PostAsync(AccountCalls.OwnPassword, new
        {
            oldPassword = AccountCalls.GoodPassword,
            password = "another good password",
            confirmPassword = "another good password",
            rootRole = 1,
            id = 1,
        })).Status.ShouldBe(200);
        var me = (await client.GetAsync(ServiceClient.Me)).Json;
        me.GetProperty("user").GetProperty("username").GetString().ShouldBe(name);
        me.GetProperty("permissions").EnumerateArray().ShouldAllBe(entry => entry.GetProperty("permission").GetString() != "ADMIN");
    }

    private static bool IsForEverybody((string Method, string Pattern) route) =>
        ForEverybody.Contains(route.Pattern) || ForEverybody.Contains($"{route.Method} {route.Pattern}");

    // HEAD answers without a body.
    private static void ShouldBeRefused(Answer answer, string method, int status, string name)
    {
        if (HttpMethods.IsHead(method))
        {
            answer.Status.ShouldBe(status);
            return;
        }

        answer.ShouldBeError(status, name).Message.ShouldMatch(status == 403 ? "^You need the \"ADMIN\" permission to perform this action\\.$" : ".");
    }

    private List<(string Method, string Pattern)> Routes() =>
        [.. from endpoint in Service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
            from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
            select (method, endpoint.RoutePattern.RawText!)];

    private static string Path(string pattern) => "/" + Parameter().Replace(pattern, "1");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}

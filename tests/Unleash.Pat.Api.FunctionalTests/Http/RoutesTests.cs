using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Api.AdminUi;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>What holds for every route that the service has, whatever it is for.</summary>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed partial class RoutesTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    private static readonly string[] NoRoutes =
        ["/nope", "/api/nope", "/docs/openapi", "/docs/openapi/", "/docs/openapi/index.html", "/docs/openapi/swagger-ui.css"];

    // The connection's, not the answer's.
    // Its answer to GET has no end; RevocationStreamTests compare its HEAD.
    private const string Endless = "/oauth2/revocations";

    // What takes every method.
    private const string AnyMethod = "/auth/verify";

    private static readonly string[] OfTheConnection = ["Date", "Transfer-Encoding", "Set-Cookie"];

    [Fact]
    public async Task Head_answers_as_get_does_without_a_body()
    {
        var paths = Paths("GET").Concat(NoRoutes).ToList();
        paths.Count.ShouldBeGreaterThan(30);
        foreach (var path in paths)
        {
            var get = await Service.Administrator.GetAsync(path);
            var head = await Service.Administrator.SendAsync(HttpMethod.Head, path);

            head.Status.ShouldBe(get.Status, path);
            head.Body.ShouldBeEmpty(path);
            Headers(head).ShouldBe(Headers(get), path);
        }
    }

    [Fact]
    public async Task Whatever_takes_get_names_head_too()
    {
        foreach (var path in Paths("GET").Where(path => !path.Contains('.', StringComparison.Ordinal) && !path.StartsWith(AnyMethod, StringComparison.Ordinal)))
        {
            var answer = await Service.Administrator.SendAsync(HttpMethod.Parse("BREW"), path);

            answer.ShouldBeError(405, "MethodNotAllowedError");
            answer.Header("allow").ShouldNotBeNull().Split(", ").ShouldContain("HEAD", path);
        }
    }

    [Fact]
    public async Task Every_answer_tells_browsers_what_they_may_do_with_it()
    {
        foreach (var (method, path) in Routes().SelectMany(route => Methods(route).Select(method => (method, PathOf(route))))
            .Concat(NoRoutes.Select(path => ("GET", path))))
        {
            ShouldBeGuarded(await Service.Anonymous.SendAsync(HttpMethod.Parse(method), path), $"{method} {path}");
        }
    }

    [Fact]
    public async Task An_answer_that_nothing_has_changed_does_too()
    {
        var file = await Service.Anonymous.GetAsync("/css/app.css");

        var same = await Service.Anonymous.SendAsync(
            HttpMethod.Get, "/css/app.css", null, ("if-none-match", file.Header("etag").ShouldNotBeNull()));

        same.Status.ShouldBe(304);
        ShouldBeGuarded(same, "304");
    }

    private static void ShouldBeGuarded(Answer answer, string what)
    {
        answer.Header("x-content-type-options").ShouldBe("nosniff", what);
        answer.Header("x-frame-options").ShouldBe("DENY", what);
        answer.Header("referrer-policy").ShouldBe("no-referrer", what);
        answer.Header("permissions-policy").ShouldNotBeNull(what).ShouldContain("camera=()");
        answer.Header("cross-origin-opener-policy").ShouldBe("same-origin", what);
        answer.Header("cross-origin-embedder-policy").ShouldBe("require-corp", what);
        answer.Header("cross-origin-resource-policy").ShouldBe("same-origin", what);
        answer.Header("x-permitted-cross-domain-policies").ShouldBe("none", what);
        answer.Header("strict-transport-security").ShouldBeNull(what);
        var policy = answer.Header("content-security-policy").ShouldNotBeNull(what);
        policy.ShouldContain("default-src 'none'", customMessage: what);
        policy.ShouldContain("frame-ancestors 'none'", customMessage: what);
        if (answer.Header("content-type")?.StartsWith("text/html", StringComparison.Ordinal) is not true)
        {
            policy.ShouldBe("default-src 'none'; frame-ancestors 'none'", what);
        }
    }

    private static string Headers(Answer answer) => string.Join('\n', answer.HeaderNames
        .Except(OfTheConnection, StringComparer.OrdinalIgnoreCase)
        .Where(name => answer.Header(name) != "0" || !name.Equals("content-length", StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.OrdinalIgnoreCase)
        .Select(name => $"{name}: {answer.Header(name)}"));

    private static IEnumerable<string> Methods(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static string PathOf(RouteEndpoint route) =>
        "/" + Parameter().Replace(route.RoutePattern.RawText!, "1").TrimStart('/');

    private IEnumerable<RouteEndpoint> Routes() => Service.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Concat(Service.Services.GetRequiredService<AdminUiFiles>().Endpoints)
        .OfType<RouteEndpoint>().Where(route => !route.RoutePattern.RawText!.Contains("_framework", StringComparison.Ordinal)
            || route.RoutePattern.RawText.EndsWith(".js", StringComparison.Ordinal));

    private IEnumerable<string> Paths(string method) =>
        Routes().Where(route => Methods(route).Contains(method)).Select(PathOf).Where(path => path != Endless).Distinct();

    [GeneratedRegex("\\{[^}]+\\}")]
    private static partial Regex Parameter();
}

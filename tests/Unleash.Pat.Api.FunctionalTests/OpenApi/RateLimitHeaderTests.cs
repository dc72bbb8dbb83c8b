using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OpenApi;

/// <summary>Each 429 is described with the headers that it has.</summary>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class RateLimitHeaderTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    [Fact]
    public async Task The_limit_of_a_minute_is_told_where_there_is_one_and_the_wait_everywhere()
    {
        var paths = (await Service.Anonymous.GetAsync("/docs/openapi.json")).Json.GetProperty("paths");
        var refusals = paths.EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject(), (path, operation) => (path.Name, operation.Value))
            .Where(operation => operation.Value.GetProperty("responses").TryGetProperty("429", out _))
            .ToDictionary(operation => operation.Name, operation => HeadersOf(operation.Value));

        refusals.Keys.ShouldContain("/api/admin/user-admin/{id}/change-password");
        refusals.Values.ShouldAllBe(headers => headers.Contains("retry-after"));
        refusals.Where(refusal => refusal.Value.Any(name => name.StartsWith("ratelimit-", StringComparison.Ordinal)))
            .Select(refusal => refusal.Key).ShouldBe(["/auth/simple/login", "/auth/demo/login", "/auth/reset/validate", "/auth/reset/password", "/oauth2/revoke"], ignoreOrder: true);
    }

    private static List<string> HeadersOf(JsonElement operation) =>
        [.. operation.GetProperty("responses").GetProperty("429").GetProperty("headers").EnumerateObject().Select(header => header.Name)];
}

using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.AdminTokens;

/// <summary>An admin token of the configuration tells when it was last used.</summary>
public abstract class ConfiguredSeenAtTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Used = "*.*.an-admin-token-that-is-in-use";
    private const string Unused = "*.*.an-admin-token-of-nobody";
    private const string At = "2026-06-01T08:00:00.000Z";

    private readonly SteppingTime _time = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Each_tells_of_its_own_use_wherever_the_configuration_has_it()
    {
        var service = await StartAsync(_time, ("AdminTokens:1", Used), ("AdminTokens:2", Unused));
        (await SeenAtAsync(service)).ShouldBe([null, null, null]);
        (await service.Anonymous.WithAuthorization(Used).GetAsync(AccountCalls.Users)).Status.ShouldBe(200);
        (await service.Anonymous.WithAuthorization($"{Used}x").GetAsync(AccountCalls.Users)).Status.ShouldBe(401);

        var seen = await AfterFlushAsync(service);

        seen[1].ShouldBe(At);
        seen[2].ShouldBeNull();
        (await SeenAtAsync(await StartAgainAsync(service, TestService.AdminToken, Unused, Used))).Skip(1).ShouldBe([null, At]);
    }

    [Fact]
    public async Task A_stop_writes_the_last_use_down()
    {
        var service = await StartAsync(_time, ("AdminTokens:1", Used));
        (await service.Anonymous.WithAuthorization(Used).GetAsync(AccountCalls.Users)).Status.ShouldBe(200);
        (await AfterFlushAsync(service))[1].ShouldBe(At);

        _time.Step(new DateTimeOffset(2026, 6, 3, 9, 0, 0, TimeSpan.Zero) - _time.GetUtcNow());
        (await service.Anonymous.WithAuthorization(Used).GetAsync(AccountCalls.Users)).Status.ShouldBe(200);
        await service.DisposeAsync();

        (await SeenAtAsync(await StartAgainAsync(service, TestService.AdminToken, Used)))[1].ShouldBe("2026-06-03T09:00:00.000Z");
    }

    private Task<List<string?>> AfterFlushAsync(TestService service) => Eventually.GetAsync(
        () =>
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            return SeenAtAsync(service);
        },
        seen => seen[1] is not null,
        null,
        Cancel);

    private Task<TestService> StartAgainAsync(TestService service, params string[] tokens) => StartAsync(
        service.Database,
        new ServiceOptions { Settings = tokens.Index().ToDictionary(token => $"AdminTokens:{token.Index}", token => token.Item) });

    private static async Task<List<string?>> SeenAtAsync(TestService service)
    {
        var list = await service.Administrator.GetAsync(AccountCalls.ApiTokens);
        return [.. list.Json.GetProperty("tokens").EnumerateArray()
            .Where(token => token.GetProperty("configured").GetBoolean())
            .Select(token => token.GetProperty("seenAt"))
            .Select(seenAt => seenAt.ValueKind == JsonValueKind.Null ? null : seenAt.GetString())];
    }
}

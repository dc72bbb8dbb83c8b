using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Authentication;

/// <summary>Guesses of tokens leave a trace in the event log, and nothing of what was guessed.</summary>
public abstract class AuthenticationFailureTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Type = "token-authentication-failed";

    private readonly FakeTimeProvider _time = new(new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task They_are_recorded_once_a_minute_with_their_count_and_kinds()
    {
        var service = await StartAsync(_time);
        var (owner, _, _) = await service.SignedInAsync();
        var good = await owner.IssueAsync();
        var expired = await owner.IssueAsync("""{"expiresAt":"2026-06-01T08:00:01Z"}""");
        _time.Advance(TimeSpan.FromSeconds(1));
        var altered = good.Secret[..^1] + (good.Secret[^1] == 'A' ? 'B' : 'A');
        string[] guesses = ["hunter2", "Basic YWRhOmx1Y2s=", "*:*.a-guess-of-an-admin-token", "Bearer " + altered, expired.Secret];

        await GuessAsync(service, guesses);
        (await service.Anonymous.WithAuthorization(good.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await service.Anonymous.WithCookie(owner.Cookie!, "hunter2").GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await service.Anonymous.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);

        var first = (await RecordedAsync(service, 1))[0];
        first.GetProperty("createdBy").GetString().ShouldBe("unleash-system");
        first.GetProperty("data").GetRawText().ShouldBe(
            """{"address":"127.0.0.1","count":5,"kinds":{"malformed":2,"unknown":1,"wrongSecret":1,"expired":1}}""");
        first.GetRawText().ShouldNotContain("hunter2");

        await GuessAsync(service, ["x", "y"]);
        await GuessAsync(service, ["z"]);
        (await RecordedAsync(service, 2)).Sum(entry => entry.GetProperty("data").GetProperty("count").GetInt64()).ShouldBe(8);
    }

    [Fact]
    public async Task A_proxys_client_is_the_address_and_a_site_of_version_six_is_one()
    {
        var service = await StartAsync(_time, ("ForwardedHeaders:KnownProxies:0", "127.0.0.1"));
        foreach (var address in new[] { "2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "192.0.2.1" })
        {
            (await service.Anonymous.WithAuthorization("x").SendAsync(
                HttpMethod.Get, ServiceClient.Me, null, ("x-forwarded-for", address))).Status.ShouldBe(401);
        }

        var counts = (await RecordedAsync(service, 2)).Select(entry => entry.GetProperty("data"))
            .ToDictionary(data => data.GetProperty("address").GetString()!, data => data.GetProperty("count").GetInt64());

        counts.ShouldBe(new Dictionary<string, long> { ["2001:db8:1:2::/64"] = 2, ["192.0.2.1"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_counted_when_the_service_stops_is_recorded()
    {
        var engine = new TEngine();
        try
        {
            var database = await engine.CreateDatabaseAsync(Cancel);
            await using (var stopped = await TestService.StartAsync(database, new ServiceOptions { Time = _time }))
            {
                await GuessAsync(stopped, ["x"]);
            }

            await using var service = await TestService.StartAsync(database, new ServiceOptions { Time = _time });
            (await service.EventsAsync(Type)).ShouldHaveSingleItem();
        }
        finally
        {
            await engine.DropAsync();
        }
    }

    private static async Task GuessAsync(TestService service, IEnumerable<string> guesses)
    {
        foreach (var guess in guesses)
        {
            (await service.Anonymous.WithAuthorization(guess).GetAsync(ServiceClient.Me)).ShouldBeError(401, "UnauthorizedError");
        }
    }

    private Task<List<JsonElement>> RecordedAsync(TestService service, int events) => Eventually.GetAsync(
        () => LookAsync(service), recorded => recorded.Count >= events, within: null, Cancel);

    // Each look lets the service's clock go on, so that its next round comes. A loaded database may answer none of them.
    private async Task<List<JsonElement>> LookAsync(TestService service)
    {
        _time.Advance(TimeSpan.FromSeconds(5));
        var answer = await service.Administrator.GetAsync($"{ServiceClient.Events}?type={Type}");
        return answer.Status == 200 ? [.. answer.Json.GetProperty("events").EnumerateArray()] : [];
    }
}

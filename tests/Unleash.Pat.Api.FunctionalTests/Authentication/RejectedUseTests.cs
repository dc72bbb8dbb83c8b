using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Authentication;

/// <summary>docs/api.md, sections 1 and 8: <c>lastUsedFrom</c>, <c>rejectedUses</c> and the event about superseded secrets.</summary>
public abstract class RejectedUseTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_superseded_secret_is_counted_each_time_and_recorded_once_a_minute()
    {
        var service = await StartAsync(_time);
        var account = await service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"description":"leaked"}""");
        await account.Client.PostAsync($"{token.Path}/rotate", "{}");

        await PresentAsync(service, token, times: 3);
        await AfterFlushAsync(account, token, count: 3);
        await PresentAsync(service, token, times: 2);
        await AfterFlushAsync(account, token, count: 5);

        var entry = (await service.EventsAsync("pat-superseded-secret-used")).ShouldHaveSingleItem();
        var data = entry.GetProperty("data");
        data.GetProperty("id").GetInt64().ShouldBe(token.Id);
        data.GetProperty("ownerId").GetInt64().ShouldBe(account.Id);
        data.GetProperty("description").GetString().ShouldBe("leaked");
        data.GetProperty("address").GetString().ShouldBe("127.0.0.1");
        _time.Advance(TimeSpan.FromMinutes(1));
        await PresentAsync(service, token, times: 1);
        await AfterFlushAsync(account, token, count: 6);
        (await service.EventsAsync("pat-superseded-secret-used")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_is_switched_off_counts_and_a_wrong_secret_does_not()
    {
        var service = await StartAsync(_time);
        var account = await service.AccountAsync();
        var token = await account.Client.IssueAsync();
        await account.Client.PutAsync(token.Path, new { enabled = false });

        await service.Anonymous.WithAuthorization(token.Secret[..^1] + (token.Secret[^1] == 'A' ? 'B' : 'A')).GetAsync(ServiceClient.Me);
        await PresentAsync(service, token, times: 1);
        await AfterFlushAsync(account, token, count: 1);

        (await service.EventsAsync("pat-superseded-secret-used")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_address_of_the_last_use_is_shown()
    {
        var service = await StartAsync(_time);
        var account = await service.AccountAsync();
        var token = await account.Client.IssueAsync();

        (await service.Anonymous.WithAuthorization(token.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(200);

        (await AfterFlushAsync(account, token, "lastUsedFrom", found => found is not null)).ShouldBe("127.0.0.1");
    }

    private static async Task PresentAsync(TestService service, IssuedToken token, int times)
    {
        for (; times > 0; times--)
        {
            (await service.Anonymous.WithAuthorization(token.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        }
    }

    private Task<string?> AfterFlushAsync(TestAccount account, IssuedToken token, long count) => AfterFlushAsync(
        account, token, "rejectedUses", found => found == count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    // One step, however long the machine takes to flush: a step a look would carry the clock over the minute in which the event is
    // recorded once.
    private Task<string?> AfterFlushAsync(TestAccount account, IssuedToken token, string property, Func<string?, bool> wanted)
    {
        _time.Advance(TimeSpan.FromSeconds(5));
        return Eventually.GetAsync(
            async () =>
            {
                var shown = (await account.Client.GetAsync(token.Path)).Json;
                return shown.TryGetProperty(property, out var value) ? value.ToString() : null;
            },
            wanted,
            null,
            Cancel);
    }
}

using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Authentication;

/// <summary>docs/api.md, section 3: <c>seenAt</c> is gathered and flushed.</summary>
public abstract class SeenAtTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    [Fact]
    public async Task It_is_null_until_the_flush_after_the_first_use()
    {
        var (service, account) = await StartAsync();
        var token = await account.Client.IssueAsync();

        await UseAsync(service, token);
        (await SeenAtAsync(account, token)).ShouldBeNull();

        (await AfterFlushAsync(account, token, seenAt => seenAt is not null)).ShouldBe("2026-06-01T08:00:00.000Z");
    }

    [Fact]
    public async Task A_token_is_written_at_most_once_a_minute()
    {
        var (service, account) = await StartAsync();
        var first = await account.Client.IssueAsync();
        var second = await account.Client.IssueAsync();
        await UseAsync(service, first);
        await AfterFlushAsync(account, first, seenAt => seenAt is not null);

        // Both are pending when the second token is written, and the first has been written a moment ago.
        await UseAsync(service, first);
        await UseAsync(service, second);
        await AfterFlushAsync(account, second, seenAt => seenAt is not null);
        (await SeenAtAsync(account, first)).ShouldBe("2026-06-01T08:00:00.000Z");

        _time.Advance(TimeSpan.FromMinutes(1));
        (await AfterFlushAsync(account, first, seenAt => seenAt != "2026-06-01T08:00:00.000Z")).ShouldBe("2026-06-01T08:00:05.000Z");
    }

    [Fact]
    public async Task It_never_goes_back()
    {
        var (service, account) = await StartAsync();
        var token = await account.Client.IssueAsync();
        var witness = await account.Client.IssueAsync();
        var late = await StartAsync(service.Database, new ServiceOptions { Time = new FakeTimeProvider(Start.AddHours(1)) });
        await UseAsync(late, token);
        await late.DisposeAsync();
        (await SeenAtAsync(account, token)).ShouldBe("2026-06-01T09:00:00.000Z");

        // This node's clock is behind; when the witness is written, so would the token be.
        await UseAsync(service, token);
        await UseAsync(service, witness);
        (await AfterFlushAsync(account, witness, seen => seen is not null)).ShouldBe("2026-06-01T08:00:00.000Z");

        (await SeenAtAsync(account, token)).ShouldBe("2026-06-01T09:00:00.000Z");
    }

    [Fact]
    public async Task What_does_not_authenticate_is_no_use()
    {
        var (service, account) = await StartAsync();
        var token = await account.Client.IssueAsync();
        var witness = await account.Client.IssueAsync();

        await service.Anonymous.WithAuthorization(token.Secret[..^1] + (token.Secret[^1] == 'A' ? 'B' : 'A')).GetAsync(ServiceClient.Me);
        await UseAsync(service, witness);
        (await AfterFlushAsync(account, witness, seenAt => seenAt is not null)).ShouldNotBeNull();

        (await SeenAtAsync(account, token)).ShouldBeNull();
    }

    private static async Task UseAsync(TestService service, IssuedToken token) =>
        (await service.Anonymous.WithAuthorization(token.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(200);

    private static async Task<string?> SeenAtAsync(TestAccount account, IssuedToken token) =>
        (await account.Client.GetAsync(token.Path)).Read<IssuedToken>().SeenAt;

    private async Task<(TestService Service, TestAccount Account)> StartAsync()
    {
        var service = await StartAsync(_time);
        return (service, await service.AccountAsync());
    }

    // One step, however long the machine takes to flush: a tick that comes before the writer waits for it is kept, and a step a
    // look would carry the clock over the minute in which a token is written once.
    private Task<string?> AfterFlushAsync(TestAccount account, IssuedToken token, Func<string?, bool> wanted)
    {
        _time.Advance(TimeSpan.FromSeconds(5));
        return Eventually.GetAsync(() => SeenAtAsync(account, token), wanted, null, Cancel);
    }
}

using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 10: the policy is applied by the service itself.</summary>
public abstract class PolicyHousekeepingTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_token_that_is_not_used_for_too_long_is_revoked_and_the_event_says_why()
    {
        var service = await StartAsync(_time, ("Pats:RevokeUnusedAfter", "00:05:00"));
        var account = await service.AccountAsync();
        var (used, unused) = (await account.Client.IssueAsync(), await account.Client.IssueAsync("""{"description":"idle"}"""));
        var bearer = service.Anonymous.WithAuthorization(used.Secret);

        var left = await Eventually.GetAsync(
            async () =>
            {
                (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
                _time.Advance(TimeSpan.FromSeconds(20));
                return await AfterFlushAsync(account, used);
            },
            tokens => tokens.Count == 1,
            null,
            Cancel);

        left[0].Id.ShouldBe(used.Id);
        (await service.Anonymous.WithAuthorization(unused.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        var entry = (await service.EventsAsync("pat-revoked")).ShouldHaveSingleItem();
        entry.GetProperty("createdBy").GetString().ShouldBe("unleash-system");
        var data = entry.GetProperty("data");
        data.GetProperty("reason").GetString().ShouldBe("unused");
        data.GetProperty("description").GetString().ShouldBe("idle");
        data.GetProperty("ownerId").GetInt64().ShouldBe(account.Id);
    }

    [Fact]
    public async Task Expired_tokens_are_deleted_after_the_configured_time()
    {
        var service = await StartAsync(_time, ("Pats:DeleteExpiredAfter", "00:10:00"));
        var account = await service.AccountAsync();
        await account.Client.IssueAsync("""{"expiresAt":"2026-06-01T08:05:00Z"}""");
        var kept = await account.Client.IssueAsync();
        _time.Advance(TimeSpan.FromMinutes(14));
        (await account.Client.ListAsync()).Count.ShouldBe(2);

        var left = await Eventually.GetAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(20));
                return account.Client.ListAsync();
            },
            tokens => tokens.Count == 1,
            null,
            Cancel);

        left[0].Id.ShouldBe(kept.Id);
    }

    // The clock goes on by looks, and a busy machine takes several to write the last use down: the token would count as unused.
    private Task<IReadOnlyList<IssuedToken>> AfterFlushAsync(TestAccount account, IssuedToken used) => Eventually.GetAsync(
        account.Client.ListAsync,
        tokens => tokens.All(token => token.Id != used.Id || IsRecent(token)),
        null,
        Cancel);

    private bool IsRecent(IssuedToken token) =>
        token.SeenAt is { } seen && DateTimeOffset.Parse(seen, CultureInfo.InvariantCulture) > _time.GetUtcNow().AddMinutes(-2);
}

using Unleash.Pat.Application.Authentication.Revocations;

namespace Unleash.Pat.Application.UnitTests.Authentication.Revocations;

/// <summary>What other services hear of the revocations (docs/api.md, section 7.5).</summary>
public sealed class RevocationSubscriptionTests : IDisposable
{
    private readonly VerifiedTokens _node = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _node.Dispose();

    [Fact]
    public async Task Each_read_is_told_and_what_is_new_is_named()
    {
        await _node.ReadRevocationsAsync();
        using var subscription = _node.Feed.Subscribe();
        await _node.ReadRevocationsAsync();
        _node.Revocations.Add(1, RevokedSubject.Pat, 11);
        _node.Revocations.Add(2, RevokedSubject.Account, 22);
        _node.Revocations.Add(3, RevokedSubject.AdminToken, 33);
        await _node.ReadRevocationsAsync();
        await _node.ReadRevocationsAsync();

        var heard = await EndedAsync(subscription);

        heard.Select(batch => (string.Join(',', batch.Tokens), string.Join(',', batch.Accounts)))
            .ShouldBe([("", ""), ("11", "22"), ("", "")]);
    }

    /// <summary>Threat: another node has not read it yet, and tells a new subscriber that the token is active.</summary>
    [Theory]
    [InlineData(900, true)]
    [InlineData(2100, false)]
    public async Task What_was_read_just_before_is_told_too(int milliseconds, bool isTold)
    {
        await _node.ReadRevocationsAsync();
        _node.Revocations.Add(1, RevokedSubject.Pat, 11);
        await _node.ReadRevocationsAsync();
        for (var at = 0; at < milliseconds; at += 300)
        {
            _node.Time.Advance(TimeSpan.FromMilliseconds(300));
            await _node.ReadRevocationsAsync();
        }

        using var subscription = _node.Feed.Subscribe();

        (await EndedAsync(subscription)).Any(batch => batch.Tokens.Contains(11)).ShouldBe(isTold);
    }

    [Fact]
    public async Task Silence_follows_a_slow_read()
    {
        await _node.ReadRevocationsAsync();
        using var subscription = _node.Feed.Subscribe();
        _node.Revocations.Answering = () =>
        {
            _node.Time.Advance(TimeSpan.FromMilliseconds(300));
            return Task.CompletedTask;
        };
        await _node.ReadRevocationsAsync();
        _node.Revocations.Add(1, RevokedSubject.Pat, 11);
        await _node.ReadRevocationsAsync();

        var heard = await EndedAsync(subscription);

        heard.ShouldHaveSingleItem().Tokens.ShouldBe([11]);
    }

    [Fact]
    public async Task It_ends_where_the_node_may_have_missed_something()
    {
        await _node.ReadRevocationsAsync();
        using var subscription = _node.Feed.Subscribe();
        _node.Time.Advance(TimeSpan.FromSeconds(1));
        await _node.ReadRevocationsAsync();

        (await subscription.ReadAllAsync(Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_ends_where_the_subscriber_is_too_slow()
    {
        using var subscription = _node.Feed.Subscribe();
        for (var read = 0; read < 1000; read++)
        {
            await _node.ReadRevocationsAsync();
        }

        (await subscription.ReadAllAsync(Cancel).ToListAsync(Cancel)).Count.ShouldBeLessThan(1000);
    }

    private async Task<List<RevocationBatch>> EndedAsync(RevocationSubscription subscription)
    {
        _node.Feed.StartOver();
        return await subscription.ReadAllAsync(Cancel).ToListAsync(Cancel);
    }
}

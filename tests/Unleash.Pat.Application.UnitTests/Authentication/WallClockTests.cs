using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Application.UnitTests.Authentication;

/// <summary>
/// Threat: the wall clock is set while the service runs. What is remembered for a second must be forgotten after a second,
/// or a token that another node has revoked lives on.
/// </summary>
public sealed class WallClockTests
{
    private const string Selector = "AbCdEfGhIjKlMnOpQrStUv";

    private readonly SteppingTime _time = new(new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly OneToken _tokens = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_token_is_remembered_for_a_second_whatever_the_wall_clock_says(int hours)
    {
        using var verifier = new TokenVerifier(_tokens, _time);
        await verifier.Reads.ReadAsync(Selector, isPlausible: true, Cancel);

        _time.Step(TimeSpan.FromHours(hours));
        _time.Advance(TokenCache.TimeToLive - TimeSpan.FromMilliseconds(1));
        verifier.Cache.TryGet(Selector, out var known).ShouldBeTrue();
        known.ShouldNotBeNull();

        _time.Advance(TimeSpan.FromMilliseconds(1));
        verifier.Cache.TryGet(Selector, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Last_uses_are_written_once_a_minute_whatever_the_wall_clock_says(int hours)
    {
        var tracker = new LastUsedTracker(_tokens, _time);
        tracker.Mark(1, _time.GetUtcNow());
        await tracker.FlushAsync(everything: false, Cancel);

        _time.Step(TimeSpan.FromHours(hours));
        tracker.Mark(1, _time.GetUtcNow().AddHours(2));
        await tracker.FlushAsync(everything: false, Cancel);
        _tokens.Writes.ShouldBe(1);

        _time.Advance(TimeSpan.FromMinutes(1));
        await tracker.FlushAsync(everything: false, Cancel);
        _tokens.Writes.ShouldBe(2);
    }

    private sealed class OneToken : ITokenVerifierStore
    {
        public int Writes { get; private set; }

        public Task<StoredToken?> FindAsync(string selector, CancellationToken cancellationToken) =>
            Task.FromResult<StoredToken?>(
                new StoredToken(1, new byte[32], DateTimeOffset.MaxValue, new Caller(1, "ada", RootRole.Viewer)));

        public Task WriteLastUsedAsync(IReadOnlyList<LastUse> uses, CancellationToken cancellationToken)
        {
            Writes++;
            return Task.CompletedTask;
        }
    }
}

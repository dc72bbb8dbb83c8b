using System.Diagnostics.Metrics;
using Unleash.Pat.Application.UnitTests.Authentication;

namespace Unleash.Pat.Application.UnitTests.Telemetry;

/// <summary>docs/operations.md, "Metrics": verifications, what waits to be written, and the age of the feed.</summary>
public sealed class VerificationMetricsTests : IDisposable
{
    private readonly VerifiedTokens _node = new();
    private readonly List<string> _counted = [];

    public void Dispose() => _node.Dispose();

    [Fact]
    public async Task A_verification_counts_by_outcome_and_way()
    {
        using var listener = Listen();
        await _node.ReadRevocationsAsync();
        var secret = _node.Store(id: 1, userId: 7);

        await _node.IsAcceptedAsync(secret);
        await _node.IsAcceptedAsync(secret);
        await _node.IsAcceptedAsync("user:nothing");
        _node.Personal.Answering = _ => throw new ServiceUnavailableException(new TimeoutException());
        await Should.ThrowAsync<ServiceUnavailableException>(() => _node.IsAcceptedAsync(_node.Store(id: 2, userId: 7)));

        _counted.ShouldBe(["accepted database", "accepted memory", "malformed form", "unavailable database"]);
    }

    [Fact]
    public async Task A_verification_from_memory_allocates_nothing_without_a_listener()
    {
        await _node.ReadRevocationsAsync();
        var secret = _node.Store(id: 1, userId: 7).AsMemory();
        for (var use = 0; use < 100; use++)
        {
            await _node.Authenticator.AuthenticateAsync(secret, null, TestContext.Current.CancellationToken);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var use = 0; use < 100; use++)
        {
            await _node.Authenticator.AuthenticateAsync(secret, null, CancellationToken.None);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public async Task A_use_waits_from_its_first_mark_until_it_is_written()
    {
        var uses = _node.Verifiers.Of(Domain.Tokens.TokenKind.Personal).LastUsed;
        uses.Mark(1, _node.Time.GetUtcNow());
        _node.Time.Advance(TimeSpan.FromSeconds(70));
        uses.Mark(1, _node.Time.GetUtcNow());
        uses.Mark(2, _node.Time.GetUtcNow());

        (uses.Pending().Count, uses.Pending().Age).ShouldBe((2, TimeSpan.FromSeconds(70)));

        await uses.FlushAsync(everything: true, TestContext.Current.CancellationToken);
        (uses.Pending().Count, uses.Pending().Age).ShouldBe((0, TimeSpan.Zero));
    }

    [Fact]
    public async Task The_feed_is_as_old_as_its_last_complete_read()
    {
        await _node.ReadRevocationsAsync();
        _node.Time.Advance(TimeSpan.FromSeconds(3));
        _node.Feed.Age.ShouldBe(TimeSpan.FromSeconds(3));

        await _node.ReadRevocationsAsync();
        _node.Feed.Age.ShouldBe(TimeSpan.Zero);
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Scope == _node.Meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _counted.Add($"{tags[0].Value} {tags[1].Value}"));
        listener.Start();
        return listener;
    }
}

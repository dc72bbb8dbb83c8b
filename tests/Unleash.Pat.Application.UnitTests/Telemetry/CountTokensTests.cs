using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Moq;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Application.UnitTests.Telemetry;

/// <summary>Counting tokens takes the database seconds, so it is done seldom, and only where anyone asks.</summary>
public sealed class CountTokensTests : IDisposable
{
    private readonly TestMeters _meters = new();
    private readonly SteppingTime _time = new(new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly Mock<IInventoryRepository> _inventory = new();
    private readonly CountTokens _chore;
    private readonly List<string> _measured = [];

    public CountTokensTests()
    {
        _inventory.Setup(inventory => inventory.CountAsync(It.IsAny<InventoryCriteria>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((InventoryCriteria criteria, CancellationToken _) => 10 + (long)criteria.Filter.State!);
        _chore = new CountTokens(_inventory.Object, Options.Create(new PatOptions()), _meters, _time);
    }

    public void Dispose() => _meters.Dispose();

    [Fact]
    public async Task Nothing_is_counted_without_a_listener()
    {
        await RunAsync();

        _inventory.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Each_state_is_counted_once_in_five_minutes_and_shown_for_ten()
    {
        using var listener = Listen();
        await RunAsync();
        await RunAsync();
        Measure(listener).ShouldBe(["active 10", "expired 11", "disabled 12"]);
        Counts(times: 3);

        _time.Advance(TimeSpan.FromMinutes(5));
        await RunAsync();
        Counts(times: 6);

        _time.Advance(TimeSpan.FromMinutes(10));
        Measure(listener).ShouldBeEmpty("Another node may count now.");
    }

    [Fact]
    public async Task A_count_that_fails_is_not_repeated_with_every_round()
    {
        using var listener = Listen();
        _inventory.Setup(inventory => inventory.CountAsync(It.IsAny<InventoryCriteria>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ServiceUnavailableException(new TimeoutException()));

        await Should.ThrowAsync<ServiceUnavailableException>(RunAsync);
        await RunAsync();

        Counts(times: 1);
        Measure(listener).ShouldBeEmpty();
    }

    private Task<int> RunAsync() => _chore.RunBatchAsync(TestContext.Current.CancellationToken);

    private void Counts(int times) => _inventory.Verify(
        inventory => inventory.CountAsync(It.IsAny<InventoryCriteria>(), It.IsAny<CancellationToken>()), Times.Exactly(times));

    private List<string> Measure(MeterListener listener)
    {
        _measured.Clear();
        listener.RecordObservableInstruments();
        return _measured;
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Scope == _meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => _measured.Add($"{tags[0].Value} {value}"));
        listener.Start();
        return listener;
    }
}

using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.Telemetry;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>Counts the tokens by state, where anyone asks for the metric.</summary>
/// <remarks>
/// On the node that keeps house, and every five minutes: to count 10,000,000 tokens reads as many entries of the index of
/// their expiry, which is too much for each scrape of each node.
/// </remarks>
internal sealed class CountTokens : IChore
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    // Another node may keep house now, and counts again.
    private static readonly TimeSpan Lifetime = 2 * Interval;

    private static readonly TokenState[] States = Enum.GetValues<TokenState>();

    private readonly IInventoryRepository _inventory;
    private readonly IOptions<PatOptions> _options;
    private readonly TimeProvider _time;
    private readonly ObservableGauge<long> _tokens;
    private long? _begun;
    private Sample? _sample;

    public CountTokens(IInventoryRepository inventory, IOptions<PatOptions> options, IMeterFactory meters, TimeProvider time)
    {
        (_inventory, _options, _time) = (inventory, options, time);
        _tokens = ServiceTelemetry.CreateMeter(meters).CreateObservableGauge(
            "unleash_pat.tokens", Measure, "{token}", "Personal access tokens by state, counted every five minutes on one node.");
    }

    public string Name => "counted tokens";

    public int BatchSize => 1;

    public async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        if (!_tokens.Enabled || (_begun is { } begun && _time.GetElapsedTime(begun) < Interval))
        {
            return 0;
        }

        // Before the count: one that fails is not repeated with every round.
        _begun = _time.GetTimestamp();
        var counts = new long[States.Length];
        foreach (var state in States)
        {
            var criteria = new InventoryCriteria(
                new InventoryFilter { State = state }, TokenPolicy.Of(_options.Value), UtcMilliseconds.UtcNow(_time));
            counts[(int)state] = await _inventory.CountAsync(criteria, cancellationToken);
        }

        Volatile.Write(ref _sample, new Sample(_time.GetTimestamp(), counts));

        // Nothing was changed that the log should tell.
        return 0;
    }

    private IEnumerable<Measurement<long>> Measure() =>
        Volatile.Read(ref _sample) is { } sample && _time.GetElapsedTime(sample.At) < Lifetime
            ? States.Select(state => new Measurement<long>(sample.Counts[(int)state], new KeyValuePair<string, object?>("state", NameOf(state))))
            : [];

    private static string NameOf(TokenState state) => state switch
    {
        TokenState.Active => "active",
        TokenState.Expired => "expired",
        _ => "disabled",
    };

    private sealed record Sample(long At, long[] Counts);
}

using System.Diagnostics.Metrics;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Telemetry;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>Seals events: each seal is the hash of an event and of the seal before it (docs/event-log.md).</summary>
internal sealed class SealEvents : IChore
{
    // Another node may keep house now, and measures itself.
    private static readonly TimeSpan SampleLifetime = TimeSpan.FromMinutes(2);

    private readonly IEventChainRepository _chain;
    private readonly SettledEvents _settled;
    private readonly ChainSealer _sealer;
    private readonly ChainProof _proof;
    private readonly TimeProvider _time;
    private Sample? _sample;

    public SealEvents(
        IEventChainRepository chain, SettledEvents settled, ChainSealer sealer, ChainProof proof, IMeterFactory meters, TimeProvider time)
    {
        (_chain, _settled, _sealer, _proof, _time) = (chain, settled, sealer, proof, time);
        ServiceTelemetry.CreateMeter(meters).CreateObservableGauge(
            "unleash_pat.events.unsealed_age", Measure, "s", "Age of the oldest event that the chain of the event log does not cover yet, on the node that keeps house.");
    }

    public string Name => "sealed events";

    public int BatchSize => IEventChainRepository.MaxBatchSize;

    public bool IsRoutine => true;

    public async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        var upTo = await _settled.GetUpToAsync(cancellationToken);
        var state = await _chain.GetStateAsync(cancellationToken)
            ?? throw new InvalidOperationException("The row of event_chain is missing: somebody deleted it. No event is sealed.");

        // Threat: to go on from what somebody else wrote would give a chain that was computed again the service's own proof.
        if (_proof.FaultOf(state) is { } fault)
        {
            throw new InvalidOperationException($"{fault} No event is sealed.");
        }

        var events = await _chain.GetUnsealedAsync(state.HeadId, upTo, BatchSize, cancellationToken);
        _sample = new Sample(_time.GetTimestamp(), events is [var oldest, ..] ? oldest.CreatedAt : null);
        var (next, seals) = _sealer.Seal(state, events, upTo);
        if (ReferenceEquals(next, state) || !await _chain.AppendAsync(state, next, seals, cancellationToken))
        {
            return 0;
        }

        if (events.Count < BatchSize)
        {
            _sample = new Sample(_time.GetTimestamp(), null);
        }

        return events.Count;
    }

    private IEnumerable<Measurement<double>> Measure() => Volatile.Read(ref _sample) is { } sample && _time.GetElapsedTime(sample.At) < SampleLifetime
        ? [new Measurement<double>(sample.Oldest is { } oldest ? Math.Max(0, (_time.GetUtcNow() - oldest).TotalSeconds) : 0)]
        : [];

    private sealed record Sample(long At, DateTimeOffset? Oldest);
}

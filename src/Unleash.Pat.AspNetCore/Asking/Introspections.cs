using System.Collections.Concurrent;
using Unleash.Pat.AspNetCore.Remembering;
using Unleash.Pat.AspNetCore.Telemetry;

namespace Unleash.Pat.AspNetCore.Asking;

/// <summary>
/// The questions on their way. Requests of one token share a question. Threat: a flood of invented tokens; only so many
/// are asked about at a time, and only so many wait.
/// </summary>
internal sealed class Introspections(IntrospectionClient client, Memory memory, Clock clock, TimeSpan timeout, Metrics metrics) : IDisposable
{
    /// <summary>How many questions are on their way at a time.</summary>
    public const int MostAtATime = 64;

    private const int MostWaiting = 4_096;

    private readonly ConcurrentDictionary<TokenKey, Flight> _flights = new();
    private readonly SemaphoreSlim _room = new(MostAtATime);
    private int _waiting;

    /// <summary>Asks about a token, or waits for the answer to a question that is already on its way.</summary>
    /// <param name="key">The token.</param>
    /// <param name="token">Its text.</param>
    /// <param name="notBefore">A question that was begun earlier is not joined.</param>
    public Task<Landing> AskAsync(in TokenKey key, string token, long notBefore)
    {
        if (_flights.TryGetValue(key, out var running) && running.BegunAt >= notBefore)
        {
            return running.Landing;
        }

        var flight = new Flight(clock.Time.GetTimestamp());
        _flights[key] = flight;
        _ = RunAsync(flight, key, token);
        return flight.Landing;
    }

    public void Dispose() => _room.Dispose();

    private async Task RunAsync(Flight flight, TokenKey key, string token)
    {
        Question? question = null;
        var answer = Answer.Unreachable;
        using var late = new CancellationTokenSource(timeout, clock.Time);
        var isInside = false;
        try
        {
            isInside = await EnterAsync(late.Token).ConfigureAwait(false);
            if (isInside)
            {
                metrics.Asked();
                question = memory.Ask();
                answer = await client.AskAsync(token, late.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            Leave(isInside);
            _flights.TryRemove(new KeyValuePair<TokenKey, Flight>(key, flight));
            flight.Land(new Landing(answer, question, clock.Time.GetTimestamp()));
        }
    }

    private async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting)
            {
                return false;
            }

            await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private void Leave(bool isInside)
    {
        if (isInside)
        {
            _room.Release();
        }
    }
}

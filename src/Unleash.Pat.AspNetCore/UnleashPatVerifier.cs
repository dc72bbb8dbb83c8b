using Unleash.Pat.AspNetCore.Asking;
using Unleash.Pat.AspNetCore.Remembering;
using Unleash.Pat.AspNetCore.Telemetry;

namespace Unleash.Pat.AspNetCore;

/// <summary>
/// Verifies personal access tokens, for code that the authentication handler does not reach: gRPC calls, SignalR
/// connections, message queues. Take it from the container; with a scheme name of your own as
/// <c>[FromKeyedServices("name")]</c>.
/// </summary>
/// <remarks>
/// A remembered token is verified without waiting and without allocating: a SHA-256, a lookup and a look at the clock. For
/// others the service is asked. Nothing is remembered until the host has started.
/// </remarks>
public sealed class UnleashPatVerifier
{
    // A token that is named again and again, or a service that answers late each time, must not keep a request for ever.
    private const int MostAttempts = 3;

    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(1);

    private readonly Clock _clock;
    private readonly Memory _memory;
    private readonly Introspections _introspections;
    private readonly Reachability _reachability;
    private readonly Metrics _metrics;
    private readonly TimeSpan _timeout;
    private readonly long _mostAgeToJoin;

    internal UnleashPatVerifier(Clock clock, Memory memory, Introspections introspections, Metrics metrics, TimeSpan timeout)
    {
        _clock = clock;
        _memory = memory;
        _introspections = introspections;
        _metrics = metrics;
        _timeout = timeout;
        _mostAgeToJoin = clock.Units(TimeSpan.FromMilliseconds(500));
        _reachability = new Reachability(clock.Units(TimeSpan.FromSeconds(1)));
        metrics.Observe(() => memory.IsFeedAlive(clock.Now()), () => memory.Count);
    }

    /// <summary>Verifies a token.</summary>
    /// <param name="token">The token itself, without <c>Bearer</c>.</param>
    /// <param name="cancellationToken">Cancels the wait for the service.</param>
    /// <returns>Whether it is valid, whose it is and what it may do.</returns>
    public ValueTask<UnleashPatResult> VerifyAsync(string token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        return VerifyAsync(token.AsMemory(), cancellationToken);
    }

    /// <summary>Verifies a token that is part of a longer text.</summary>
    /// <param name="token">The token itself, without <c>Bearer</c>.</param>
    /// <param name="cancellationToken">Cancels the wait for the service.</param>
    /// <returns>Whether it is valid, whose it is and what it may do.</returns>
    public ValueTask<UnleashPatResult> VerifyAsync(ReadOnlyMemory<char> token, CancellationToken cancellationToken = default)
    {
        if (!TokenKey.TryCreate(token.Span, out var key))
        {
            return new(UnleashPatResult.NotAToken);
        }

        var now = _clock.Now();
        if (_memory.Find(key, now) is { } remembered)
        {
            _metrics.Remembered();
            return new(UnleashPatResult.Active(remembered));
        }

        return _memory.IsInactive(key, now)
            ? new(Refused())
            : AskAsync(key, token.ToString(), now, cancellationToken);
    }

    private async ValueTask<UnleashPatResult> AskAsync(TokenKey key, string token, Instant arrival, CancellationToken cancellationToken)
    {
        if (!_reachability.MayTry(arrival.Timestamp) && _memory.FindLost(key, arrival) is { } lost)
        {
            return Trusted(lost);
        }

        // Without the feed nothing would show that the token was revoked after the question: it must be asked afterwards.
        var notBefore = _memory.IsFeedAlive(arrival) ? arrival.Timestamp - _mostAgeToJoin : arrival.Timestamp;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var left = _timeout - _clock.Time.GetElapsedTime(arrival.Timestamp);
            if (await LandingAsync(_introspections.AskAsync(key, token, notBefore), left, cancellationToken).ConfigureAwait(false) is not { } landing)
            {
                break;
            }

            if (Take(key, landing, arrival.Timestamp) is { } result)
            {
                return result;
            }

            notBefore = landing.At;
        }

        return Unreachable(key, null);
    }

    private async Task<Landing?> LandingAsync(Task<Landing> landing, TimeSpan left, CancellationToken cancellationToken)
    {
        try
        {
            return await landing.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, _clock.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Takes an answer.</summary>
    /// <returns>The result; <see langword="null"/> where the service must be asked again.</returns>
    private UnleashPatResult? Take(in TokenKey key, Landing landing, long arrival)
    {
        if (landing is not { Question: { } question, Answer: { Kind: AnswerKind.Active or AnswerKind.Inactive } answer })
        {
            return landing.Answer.Kind == AnswerKind.Refused ? Unreachable() : Unreachable(key, landing.Answer.RetryAfter);
        }

        _reachability.Succeeded();
        if (answer.Token is { } token)
        {
            return _memory.TakeActive(key, token, question, arrival) ? UnleashPatResult.Active(token) : null;
        }

        _memory.TakeInactive(key, question);
        return Refused();
    }

    private UnleashPatResult Refused()
    {
        _metrics.Refused();
        return UnleashPatResult.Inactive;
    }

    private UnleashPatResult Trusted(UnleashPatToken token)
    {
        _metrics.Trusted();
        return UnleashPatResult.Active(token);
    }

    private UnleashPatResult Unreachable(in TokenKey key, TimeSpan? retryAfter)
    {
        var now = _clock.Now();
        _reachability.Failed(now.Timestamp);
        return _memory.FindLost(key, now) is { } lost ? Trusted(lost) : Unreachable(retryAfter);
    }

    // Refused credentials end here: a service that answers is not away, and what it no longer tells must not be trusted.
    private UnleashPatResult Unreachable(TimeSpan? retryAfter = null)
    {
        _metrics.Unreachable();
        return UnleashPatResult.Unreachable(
            retryAfter is { } wanted && wanted > TimeSpan.Zero && wanted <= LongestRetryAfter ? wanted : DefaultRetryAfter);
    }
}

namespace Unleash.Pat.Application.Authentication.Throttling;

/// <summary>
/// Slows down guessing an account's password: after ten failures from one address that address waits 5 seconds, then twice
/// as long with each further failure, at most 15 minutes.
/// </summary>
/// <remarks>
/// Threats. An attacker must not lock the owner out by failing on purpose, so only the attacker's address waits. Many
/// addresses together must not guess without limit, so from 100 failures on every address waits, up to 30 seconds, unless
/// the account has a live session from it. An attempt that is refused here is not a failure, so that a program that keeps
/// trying does not prolong its own wait. The counts are in this node's memory: N nodes allow N times as many guesses, and
/// the limit of sign-ins a minute still applies to each of them.
/// </remarks>
internal sealed class SignInThrottle(TimeProvider time)
{
    private readonly FailureCounters<SignInSource> _sources = new(Backoff.OfSource);
    private readonly FailureCounters<string> _accounts = new(Backoff.OfAccount);
    private readonly Lock _gate = new();

    // Monotonic: an hour back on the wall clock would prolong each wait by an hour.
    private readonly long _start = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Allows an attempt, or refuses it. <paramref name="isKnown"/> says that the account has a session from the address.</summary>
    /// <returns>The attempt, which counts only once its outcome is reported to it.</returns>
    /// <exception cref="RefusedException">It comes too early.</exception>
    public async Task<SignInAttempt> EnterAsync(
        SignInSource source, Func<Task<bool>> isKnown, CancellationToken cancellationToken)
    {
        var failures = Count(_sources, source);
        await failures.Turns.WaitAsync(cancellationToken);
        try
        {
            Refuse(Wait(failures));
            var wait = Wait(Count(_accounts, source.Account));
            if (wait > TimeSpan.Zero && !await isKnown())
            {
                Refuse(wait);
            }

            return new SignInAttempt(this, source, failures);
        }
        catch
        {
            failures.Turns.Release();
            throw;
        }
    }

    internal void Failed(SignInSource source, FailureCount failures)
    {
        var now = Now;
        lock (_gate)
        {
            _accounts.Get(source.Account, now).Add(now);
            if (failures.Add(now))
            {
                failures.Turns.Release();
            }
        }
    }

    internal void Succeeded(SignInSource source, FailureCount failures)
    {
        lock (_gate)
        {
            failures.Turns.Release(1 + failures.Reset());
            _accounts.Forget(source.Account);
            _sources.Forget(source);
        }
    }

    private static void Refuse(TimeSpan wait)
    {
        if (wait > TimeSpan.Zero)
        {
            throw new RefusedException(Errors.TooManyFailedSignIns((int)Math.Ceiling(wait.TotalSeconds)));
        }
    }

    private FailureCount Count<TKey>(FailureCounters<TKey> counters, TKey key)
        where TKey : notnull
    {
        lock (_gate)
        {
            return counters.Get(key, Now);
        }
    }

    private TimeSpan Wait(FailureCount failures)
    {
        lock (_gate)
        {
            return failures.WaitAt(Now);
        }
    }
}

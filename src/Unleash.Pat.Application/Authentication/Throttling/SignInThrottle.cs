
namespace Unleash.Pat.Application.Authentication.Throttling;

/// <summary>
/// Slows down whoever guesses an account's password: after ten failures from one address that address waits 5 seconds,
/// then twice as long with each further failure, 15 minutes at the most.
/// </summary>
/// <remarks>
/// Threats. A stranger must not lock the owner out by failing on purpose: so the wait is that of the address alone. Many
/// addresses together must not guess without end: so from 100 failures on every address waits, up to 30 seconds, unless
/// the account has a live session from it. An attempt that is refused here is no failure, so that a program which keeps
/// on trying does not prolong its own wait. Kept in this node's memory: N nodes let N times as many guesses through, and
/// each of them still has to pass the limit of sign-ins a minute.
/// </remarks>
internal sealed class SignInThrottle(TimeProvider time)
{
    private readonly FailureCounters<SignInSource> _sources = new(Backoff.OfSource);
    private readonly FailureCounters<string> _accounts = new(Backoff.OfAccount);
    private readonly Lock _gate = new();

    // Waits go by the clock that nobody can set: an hour back on the wall clock would prolong each by an hour.
    private readonly long _start = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Lets an attempt through, or refuses it.</summary>
    /// <param name="source">Who is tried to be signed in, and from where.</param>
    /// <param name="isKnown">Whether the account has been signed in from there before.</param>
    /// <param name="cancellationToken">Ends the wait for the turn.</param>
    /// <returns>The attempt, which is to be told how it ended; one that is told nothing counts for nothing.</returns>
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

    private FailureCount Count<TKey>(FailureCounters<TKey> book, TKey key)
        where TKey : notnull
    {
        lock (_gate)
        {
            return book.Get(key, Now);
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

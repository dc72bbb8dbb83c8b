namespace Unleash.Pat.Application.Authentication;

/// <summary>Finds the live session of a key. The database is read each time, because a session can end at any time.</summary>
public sealed class SessionAuthenticator(ISessionVerifierStore store, SessionUses uses, TimeProvider time)
{
    /// <summary>Finds the session that a key opens.</summary>
    /// <param name="key">The key, as the client sent it.</param>
    /// <returns>The session, or <see langword="null"/> where it has ended or never was.</returns>
    /// <exception cref="ServiceUnavailableException">The database cannot be reached.</exception>
    public Task<LiveSession?> AuthenticateAsync(SessionKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return FindLiveAsync(key.Hash(), time.GetUtcNow(), cancellationToken);
    }

    /// <summary>Marks a session as used now, where its last use is long enough ago to be written.</summary>
    /// <returns>True if the cookie must be sent again.</returns>
    public bool Renew(LiveSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var now = time.GetUtcNow();
        if (now - session.LastUsedAt < SessionPolicy.Granularity)
        {
            return false;
        }

        uses.Mark(session.Id, now);
        return true;
    }

    internal async Task<LiveSession?> FindLiveAsync(byte[] keyHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(keyHash, cancellationToken) is not { } session)
        {
            return null;
        }

        // A use that is not written yet has prolonged the session all the same.
        var lastUse = uses.LastUse(session.Id, session.LastUsedAt);
        var isLive = session.ExpiresAt > now
            || (lastUse > session.LastUsedAt && lastUse + SessionPolicy.Lifetime > now);
        return isLive ? new LiveSession(session.Id, session.Caller, lastUse) : null;
    }
}

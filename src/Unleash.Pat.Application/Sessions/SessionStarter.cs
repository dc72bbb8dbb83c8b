using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Begins the session of a user who has proved to be that user, by whichever way.</summary>
internal sealed class SessionStarter(ISessionRepository sessions, IClientInfo client, TimeProvider time)
{
    /// <summary>Begins the session.</summary>
    /// <returns>The session; <see langword="null"/> where the account is gone or its password is another by now.</returns>
    public async Task<SignedIn?> StartAsync(User user, VerifiedPassword password, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var key = SessionKey.Generate();
        var session = new NewSession(
            user.Id, key.Hash(), now, now + SessionPolicy.Lifetime, client.Address, client.UserAgent);
        var counts = await sessions.BeginAsync(
            session, password, AuditStamp.By(user, EventType.UserSignedIn, now), cancellationToken);
        return counts is null ? null : new SignedIn(user with { SeenAt = now, LoginAttempts = 0 }, key, counts);
    }
}

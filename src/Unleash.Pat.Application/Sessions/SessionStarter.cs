using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Begins the session of a verified user, for every way to sign in.</summary>
internal sealed class SessionStarter(ISessionRepository sessions, RecentAccounts accounts, IClientInfo client, TimeProvider time)
{
    /// <returns>The session; <see langword="null"/> where the account was deleted or switched off, or its password changed.</returns>
    public async Task<SignedIn?> StartAsync(User user, VerifiedPassword password, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var key = SessionKey.Generate();
        var session = new NewSession(
            user.Id, key.Hash(), now, now + SessionPolicy.Lifetime, client.Address, client.UserAgent);
        var counts = await sessions.BeginAsync(
            session, password, AuditStamp.By(user, EventType.UserSignedIn, now), cancellationToken);
        accounts.Forget(user.Id);
        return counts is null ? null : new SignedIn(user with { SeenAt = now, LoginAttempts = 0 }, key, counts);
    }
}

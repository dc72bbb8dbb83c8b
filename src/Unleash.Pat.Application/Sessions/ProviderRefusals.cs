using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Records refused sign-ins by the identity provider.</summary>
internal sealed class ProviderRefusals(ISessionRepository sessions, RecentAccounts accounts, IClientInfo client, TimeProvider time)
{
    /// <param name="user">The account, where it is known.</param>
    /// <param name="subject">The person, where the provider's answer was verified.</param>
    /// <param name="reason">One of <see cref="ProviderSignInFailure"/>.</param>
    public async Task RecordAsync(User? user, string? subject, string reason, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var audit = user is null
            ? AuditStamp.BySystem(EventType.UserSignInFailed, now)
            : AuditStamp.By(user, EventType.UserSignInFailed, now);
        var data = SignInEventData.From(client) with { Reason = reason, Subject = subject };
        await sessions.RecordFailureAsync(user?.Id, data, audit, cancellationToken);
        if (user is not null)
        {
            accounts.Forget(user.Id);
        }
    }
}

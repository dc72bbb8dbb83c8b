using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Issues links to set a password, for every use case that names the user in its own way.</summary>
internal sealed class PasswordLinkIssuer(IPasswordLinkRepository links, ICurrentUser current, TimeProvider time)
{
    public async Task<IssuedPasswordLink> IssueAsync(User user, CancellationToken cancellationToken)
    {
        current.RefuseOwnPasswordByToken(user.Id);
        var token = PasswordLinkToken.Generate();
        var now = UtcMilliseconds.UtcNow(time);
        var link = NewPasswordLink.Of(token, current.Required.AuditName, now);
        var audit = AuditStamp.By(current.Required, EventType.PasswordLinkCreated, now);
        return await links.CreateAsync(user, link, audit, cancellationToken)
            ? new IssuedPasswordLink(user, token, link.ExpiresAt)
            : throw new RefusedException(Errors.UserNotFound);
    }
}

/// <summary>A new link to set a password.</summary>
/// <param name="User">Whose password it sets.</param>
/// <param name="Token">Its token, which is not stored.</param>
/// <param name="ExpiresAt">From this instant on it is refused.</param>
public sealed record IssuedPasswordLink(User User, PasswordLinkToken Token, DateTimeOffset ExpiresAt);

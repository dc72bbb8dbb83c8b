using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Authorization;

/// <summary>Who is asking.</summary>
/// <param name="UserId">The account, or <see langword="null"/> where there is none behind the credential (an admin token).</param>
/// <param name="AuditName">How the event log names the caller.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="Token">By which token, where it is one with an expiry.</param>
public sealed record Caller(long? UserId, string AuditName, RootRole Role, AuthenticatingToken? Token = null)
{
    /// <summary>
    /// The account that answers for the caller: the caller's own, or the one that made the admin token;
    /// <see langword="null"/> where nobody does.
    /// </summary>
    public long? AnswerableUserId => UserId ?? Token?.CreatedByUserId;
}

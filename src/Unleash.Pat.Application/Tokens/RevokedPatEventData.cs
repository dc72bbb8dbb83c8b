using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Application.Tokens;

/// <summary>
/// A revoked token in the event log: what follows <c>id</c>, <c>description</c>, <c>expiresAt</c>, <c>selector</c> and
/// <c>ownerId</c>, which the statement that revokes it takes from its row.
/// </summary>
/// <param name="Reason">Why: <c>holder</c>, where its holder presented it; absent where an account revoked it.</param>
/// <param name="Address">The address from which its holder revoked it.</param>
public sealed record RevokedPatEventData(string? Reason, string? Address)
{
    /// <summary>As in Unleash: the stored form holds no secret.</summary>
    public bool Secure { get; init; } = true;

    public static RevokedPatEventData Of(AuditStamp audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return new(audit.Revocation?.Reason, audit.Revocation?.Address);
    }
}

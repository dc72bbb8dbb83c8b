using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>A token in the event log.</summary>
/// <param name="Id">The token; <see langword="null"/> until the database has given it.</param>
/// <param name="Description">What its account calls it.</param>
/// <param name="ExpiresAt">The first instant at which it no longer authenticates.</param>
/// <param name="Selector">The secret's public part, by which a leaked token is traced to its event.</param>
public sealed record PatEventData(long? Id, string Description, DateTimeOffset ExpiresAt, string Selector)
{
    /// <summary>As in Unleash: the stored form holds no secret.</summary>
    public bool Secure { get; init; } = true;

    /// <summary>What it may do; absent for all that its account may.</summary>
    public TokenScopes? Scopes { get; init; }

    /// <summary>What it was imported from; absent where it was created here.</summary>
    public string? ImportedFrom { get; init; }

    /// <summary>The token's account, where another account created or revoked it.</summary>
    public long? OwnerId { get; init; }

    public static PatEventData From(NewPat pat, AuditStamp audit)
    {
        ArgumentNullException.ThrowIfNull(pat);
        return new(null, pat.Description.Value, pat.ExpiresAt, pat.Selector)
        {
            Scopes = pat.Scopes,
            OwnerId = OwnerOf(pat.UserId, audit),
        };
    }

    internal static long? OwnerOf(long userId, AuditStamp audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return audit.CreatedByUserId == userId ? null : userId;
    }
}

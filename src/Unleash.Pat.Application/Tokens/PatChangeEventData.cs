using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>A token before or after a change, in the event log.</summary>
/// <param name="Id">The token.</param>
/// <param name="Description">What its account calls it.</param>
/// <param name="ExpiresAt">The first instant at which it no longer authenticates.</param>
/// <param name="Enabled">Whether it authenticates.</param>
/// <param name="OwnerId">The token's account, where another account changed it.</param>
public sealed record PatChangeEventData(long Id, string Description, DateTimeOffset ExpiresAt, bool Enabled, long? OwnerId)
{
    /// <summary>The public part of the new secret, after a rotation.</summary>
    public string? Selector { get; init; }

    /// <summary>Until when the secret before the rotation is valid too.</summary>
    public DateTimeOffset? PreviousSecretExpiresAt { get; init; }

    /// <summary>As in Unleash: the stored form holds no secret.</summary>
    public bool Secure { get; init; } = true;

    public static PatChangeEventData From(PersonalAccessToken pat, AuditStamp audit)
    {
        ArgumentNullException.ThrowIfNull(pat);
        return new(pat.Id, pat.Description.Value, pat.ExpiresAt, pat.IsEnabled, PatEventData.OwnerOf(pat.UserId, audit));
    }
}

using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>What the event log keeps of a token.</summary>
/// <param name="Id">The token; <see langword="null"/> until the database has given it.</param>
/// <param name="Description">What its holder calls it.</param>
/// <param name="ExpiresAt">When it dies.</param>
/// <param name="Selector">The secret's public part, by which a found token is traced back.</param>
public sealed record PatEventData(long? Id, string Description, DateTimeOffset ExpiresAt, string Selector)
{
    /// <summary>As in Unleash: the stored form holds no secret.</summary>
    public bool Secure { get; init; } = true;

    /// <summary>Whose token it is, where somebody else issued or revoked it.</summary>
    public long? OwnerId { get; init; }

    internal static PatEventData From(PersonalAccessToken pat, Caller actor) =>
        new(pat.Id == 0 ? null : pat.Id, pat.Description, pat.ExpiresAt, pat.Selector)
        {
            OwnerId = actor.UserId == pat.UserId ? null : pat.UserId,
        };
}

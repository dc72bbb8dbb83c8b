using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Authentication;

/// <summary>What the database holds of a token to verify it.</summary>
/// <param name="Id">The token, among those of its kind.</param>
/// <param name="Verifier">SHA-256 of its secret, 32 bytes.</param>
/// <param name="ExpiresAt">From this instant on the token is refused.</param>
/// <param name="Caller">The account that it authenticates.</param>
public sealed record StoredToken(long Id, byte[] Verifier, DateTimeOffset ExpiresAt, Caller Caller)
{
    /// <summary>From this instant on this secret is refused, because another took its place; <see langword="null"/> for the latest.</summary>
    public DateTimeOffset? SupersededAt { get; init; }

    /// <summary>From this instant on this secret is refused: it is superseded, or the token has expired.</summary>
    public DateTimeOffset EndsAt => SupersededAt < ExpiresAt ? SupersededAt.Value : ExpiresAt;

    /// <summary>Whether the token or its account is switched off.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>Whether it is refused for now because the account that answers for it is switched off or no administrator.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>The account that it belongs to; <see langword="null"/> for an admin token.</summary>
    public TokenOwner? Owner { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it may do; <see langword="null"/> for all that its account may.</summary>
    public TokenScopes? Scopes { get; init; }
}

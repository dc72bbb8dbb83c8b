using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>What is needed to verify a token.</summary>
/// <param name="Id">The token.</param>
/// <param name="Verifier">SHA-256 of its secret.</param>
/// <param name="ExpiresAt">It is dead from this instant on.</param>
/// <param name="Caller">Whose it is.</param>
internal sealed record VerifiableToken(long Id, byte[] Verifier, DateTimeOffset ExpiresAt, Caller Caller)
{
    /// <summary>Whether it authenticates nobody for now: the account that answers for it is no administrator.</summary>
    public bool IsSuspended { get; init; }
}

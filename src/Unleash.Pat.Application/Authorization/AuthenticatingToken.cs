using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Authorization;

/// <summary>The token that authenticates a request. There is none where a session or an admin token of the configuration does.</summary>
/// <param name="Id">The token, among those of its kind.</param>
/// <param name="ExpiresAt">From this instant on the token is refused.</param>
/// <param name="CreatedByUserId">Of an admin token: the account that created it, where it is known.</param>
public sealed record AuthenticatingToken(long Id, DateTimeOffset ExpiresAt, long? CreatedByUserId = null)
{
    /// <summary>What the token may do; <see langword="null"/> for all that its account may.</summary>
    public TokenScopes? Scopes { get; init; }
}

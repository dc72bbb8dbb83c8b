using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Authentication;

/// <summary>What verifying a presented token says.</summary>
/// <param name="Caller">Whose token it is; <see langword="null"/> where it authenticates nobody.</param>
/// <param name="Refusal">Why it does not. For the service's own log: no answer tells it.</param>
public readonly record struct TokenVerdict(Caller? Caller, TokenRefusal Refusal = TokenRefusal.None);

/// <summary>Why a presented token authenticates nobody.</summary>
public enum TokenRefusal
{
    /// <summary>It does authenticate somebody.</summary>
    None = 0,

    /// <summary>The text has no form of a token.</summary>
    Malformed = 1,

    /// <summary>No token has its selector: it was revoked, or never issued.</summary>
    Unknown = 2,

    /// <summary>The selector is known, and the secret is another.</summary>
    WrongSecret = 3,

    /// <summary>It has expired.</summary>
    Expired = 4,

    /// <summary>The account that answers for the admin token is no administrator.</summary>
    Suspended = 5,
}

using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Authentication;

/// <summary>The result of verifying a presented token.</summary>
/// <param name="Caller">The account that the token authenticates; <see langword="null"/> where it is refused.</param>
/// <param name="Refusal">Why it is refused. For the service's own log: no answer says it.</param>
public readonly record struct TokenVerdict(Caller? Caller, TokenRefusal Refusal = TokenRefusal.None)
{
    /// <summary>
    /// The token whose whole secret was presented, also where it is refused for another reason than its secret;
    /// <see langword="null"/> for an admin token of the configuration.
    /// </summary>
    public StoredToken? Presented { get; init; }

    /// <summary>How it was verified.</summary>
    public VerificationWay Way { get; init; }
}

/// <summary>Why a presented token is refused.</summary>
public enum TokenRefusal
{
    /// <summary>It is accepted.</summary>
    None = 0,

    /// <summary>The text does not have the form of a token.</summary>
    Malformed = 1,

    /// <summary>No token has its selector: it was revoked, or never created.</summary>
    Unknown = 2,

    /// <summary>The selector is known, and the secret is another.</summary>
    WrongSecret = 3,

    /// <summary>It has expired.</summary>
    Expired = 4,

    /// <summary>The account that answers for the admin token is no administrator.</summary>
    Suspended = 5,

    /// <summary>The secret was replaced by a rotation.</summary>
    Superseded = 6,

    /// <summary>The token, or its account, is switched off.</summary>
    Disabled = 7,
}

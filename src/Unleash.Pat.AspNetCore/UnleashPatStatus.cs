namespace Unleash.Pat.AspNetCore;

/// <summary>The outcome of a verification.</summary>
public enum UnleashPatStatus
{
    /// <summary>The text is no personal access token. It was sent nowhere.</summary>
    NotAToken,

    /// <summary>The token is valid: <see cref="UnleashPatResult.Token"/> says whose it is and what it may do.</summary>
    Active,

    /// <summary>The token is unknown, expired, revoked or switched off.</summary>
    Inactive,

    /// <summary>Whether the token is valid could not be learned. Answer 503, not 401: the token may well be valid.</summary>
    Unreachable,
}

namespace Unleash.Pat.Domain.Tokens;

/// <summary>A warning about a token's expiry (docs/api.md, section 1.5).</summary>
public enum ExpiryWarning
{
    /// <summary>None: the wire leaves the property out.</summary>
    None = 0,

    /// <summary>It expires within the configured number of days.</summary>
    ExpiresSoon = 1,

    Expired = 2,
}

namespace Unleash.Pat.Domain.Tokens;

/// <summary>What a token's holder should be told of its expiry (docs/api.md, section 1.5).</summary>
public enum ExpiryWarning
{
    /// <summary>Nothing: the wire leaves the property out.</summary>
    None = 0,

    /// <summary>It will be dead within the configured number of days.</summary>
    ExpiresSoon = 1,

    /// <summary>It is dead.</summary>
    Expired = 2,
}

namespace Unleash.Pat.Domain.Tokens;

/// <summary>Why a text is not a scope of a token.</summary>
public enum TokenScopesFault
{
    /// <summary>It does not have the form of a scope.</summary>
    Malformed,

    /// <summary>It is there before.</summary>
    Repeated,

    /// <summary>There are as many scopes before it as a token can have.</summary>
    TooMany,
}

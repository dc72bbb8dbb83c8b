namespace Unleash.Pat.Domain.Tokens;

/// <summary>The kinds of tokens that the service creates. The prefix of a secret tells them apart.</summary>
public enum TokenKind
{
    /// <summary>A personal access token, or the token of a service account.</summary>
    Personal = 0,

    /// <summary>An admin token.</summary>
    Admin = 1,
}

using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Importing;

/// <summary>An account as its source has it.</summary>
/// <param name="Id">What names it at the source, in each run.</param>
/// <param name="Role">The name of its root role; <see langword="null"/> where it has none.</param>
public sealed record SourceAccount(string Id, AccountType AccountType, string? Username, string? Email, string? Name, string? Role)
{
    /// <summary>When it was created; <see langword="null"/> where the source does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last signed in.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Failed sign-ins since the last successful one.</summary>
    public int LoginAttempts { get; init; }

    /// <summary>The password's hash, of any form.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Why the source itself no longer uses it; <see langword="null"/> where it does.</summary>
    public string? Unfit { get; init; }

    /// <summary>Its tokens by age, expired ones included.</summary>
    public IReadOnlyList<SourceToken> Tokens { get; init; } = [];

    /// <summary>The account's name without the hash.</summary>
    public override string ToString() => Email ?? Username ?? Name ?? $"account {Id}";
}

/// <summary>A token as its source has it.</summary>
/// <param name="Id">What names it at the source.</param>
public sealed record SourceToken(string Id, string? Description, DateTimeOffset? CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>When it last authenticated a request.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>What it may do; <see langword="null"/> for all that its account may.</summary>
    public TokenScopes? Scopes { get; init; }

    /// <summary>What its secret is verified with; <see langword="null"/> where the stored form has no equivalent here.</summary>
    public SourceCredential? Credential { get; init; }
}

/// <summary>What a secret is found by and verified with.</summary>
/// <param name="Selector">22 characters of base64url.</param>
/// <param name="Verifier">SHA-256 of the secret, 32 bytes.</param>
public sealed record SourceCredential(string Selector, byte[] Verifier)
{
    /// <summary>The credential of a secret in plain text; <see langword="null"/> where it has no form that the service accepts.</summary>
    public static SourceCredential? OfSecret(string? secret) =>
        TokenSecret.TryParse(secret, out var presented) && presented.Kind == TokenKind.Personal
            ? new(presented.Selector.ToString(), presented.ComputeVerifier())
            : null;
}

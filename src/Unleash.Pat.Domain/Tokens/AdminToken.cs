namespace Unleash.Pat.Domain.Tokens;

/// <summary>An admin token that an administrator created; its secret is not part of it.</summary>
/// <param name="Id">Rises with every admin token.</param>
/// <param name="Name">Unique, byte for byte.</param>
/// <param name="Selector">The public part of its secret.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">The first instant at which it no longer authenticates.</param>
/// <param name="SeenAt">When it last authenticated a request.</param>
/// <param name="CreatedBy">
/// The account that answers for it, and with which it is deleted; <see langword="null"/> where a token of the configuration
/// created it, or a version that did not store the account.
/// </param>
public sealed record AdminToken(
    long Id,
    string Name,
    string Selector,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? SeenAt,
    AdminTokenCreator? CreatedBy = null)
{
    /// <summary>The most UTF-16 code units of a name.</summary>
    public const int NameMaxLength = 100;
}

/// <summary>An admin token that is not stored yet.</summary>
/// <param name="Name">Unique, byte for byte.</param>
/// <param name="Selector">The public part of its secret.</param>
/// <param name="Verifier">SHA-256 of its secret, 32 bytes.</param>
/// <param name="CreatedAt">When it is created.</param>
/// <param name="ExpiresAt">The first instant at which it no longer authenticates.</param>
/// <param name="CreatedByUserId">The account that answers for it, or <see langword="null"/>.</param>
public sealed record NewAdminToken(
    string Name,
    string Selector,
    byte[] Verifier,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    long? CreatedByUserId);

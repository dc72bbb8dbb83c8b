namespace Unleash.Pat.Domain.Tokens;

/// <summary>A personal access token that is not stored yet.</summary>
/// <param name="UserId">The account that will hold it.</param>
/// <param name="Description">Unique within the account.</param>
/// <param name="Selector">The public part of its secret.</param>
/// <param name="Verifier">SHA-256 of its secret, 32 bytes.</param>
/// <param name="CreatedAt">When it is created.</param>
/// <param name="ExpiresAt">The first instant at which it no longer authenticates.</param>
public sealed record NewPat(
    long UserId,
    TokenDescription Description,
    string Selector,
    byte[] Verifier,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt)
{
    /// <summary>What it may do; <see langword="null"/> for all that its account may.</summary>
    public TokenScopes? Scopes { get; init; }

    /// <summary>When it last authenticated a request elsewhere, before it was imported.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <param name="userId">The account that will hold the token.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="description">What the account calls it; <see langword="null"/> takes the service's name.</param>
    /// <param name="expiresAt">Its expiry.</param>
    /// <param name="policy">How long tokens live.</param>
    /// <param name="now">The instant of creation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The policy does not allow the expiry.</exception>
    public static NewPat Create(
        long userId,
        TokenSecret secret,
        string? description,
        DateTimeOffset expiresAt,
        ExpiryPolicy policy,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(policy);
        var createdAt = UtcMilliseconds.Truncate(now);
        if (policy.FindFault(expiresAt, createdAt) is { } fault)
        {
            throw new ArgumentOutOfRangeException(nameof(expiresAt), $"The expiry breaks the rule {fault}.");
        }

        return new NewPat(
            userId,
            description is null ? TokenDescription.Default(secret.Selector) : TokenDescription.Create(description),
            secret.Selector,
            secret.Verifier(),
            createdAt,
            UtcMilliseconds.Truncate(expiresAt));
    }

    /// <summary>The token that the database stored under an id.</summary>
    public PersonalAccessToken WithId(long id) => new(id, UserId, Description, CreatedAt, ExpiresAt, SeenAt)
    {
        Scopes = Scopes,
    };
}

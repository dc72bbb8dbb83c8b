namespace Unleash.Pat.Domain.Users;

/// <summary>A link to set a password that is not stored yet.</summary>
/// <param name="Selector">The part of its token by which it is found.</param>
/// <param name="Verifier">SHA-256 of its token.</param>
/// <param name="CreatedBy">The name of the account or admin token that creates it.</param>
/// <param name="CreatedAt">When it is created.</param>
/// <param name="ExpiresAt">From this instant on it is refused.</param>
public sealed record NewPasswordLink(
    string Selector, byte[] Verifier, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The link of a token.</summary>
    public static NewPasswordLink Of(PasswordLinkToken token, string createdBy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(token.Selector!, token.Verifier(), createdBy, now, now + Lifetime);
    }
}

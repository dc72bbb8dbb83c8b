namespace Unleash.Pat.Domain.Users;

/// <summary>An account that is not stored yet.</summary>
/// <param name="AccountType">Its kind.</param>
/// <param name="Username">The name to sign in with, or none.</param>
/// <param name="Email">The e-mail address, or none. An account has a username or an e-mail address.</param>
/// <param name="Name">The name to show, or none.</param>
/// <param name="PasswordHash">The password's hash; <see langword="null"/> for an account that cannot sign in with a password.</param>
/// <param name="CreatedAt">When it is created.</param>
public sealed record NewUser(
    AccountType AccountType,
    string? Username,
    string? Email,
    string? Name,
    RootRole RootRole,
    string? PasswordHash,
    DateTimeOffset CreatedAt)
{
    /// <summary>The link with which the user sets the first password, or none.</summary>
    public NewPasswordLink? Invitation { get; init; }

    /// <summary>When the user last signed in elsewhere, before the account was imported.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Failed sign-ins elsewhere, before the account was imported.</summary>
    public int LoginAttempts { get; init; }

    /// <summary>Who the user is at the identity provider, or nothing.</summary>
    public ProviderIdentity? Identity { get; init; }

    /// <summary>The account's name without the hash.</summary>
    public override string ToString() => Email ?? Username ?? AccountType.ToName();

    /// <summary>The account that the database stored under an id.</summary>
    public User WithId(long id) => new(id, AccountType, Username, Email, Name, RootRole, LoginAttempts, CreatedAt, SeenAt)
    {
        HasPassword = PasswordHash is not null,
    };
}

using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>An account that is about to be stored.</summary>
/// <param name="AccountType">One of <see cref="Domain.Users.AccountType"/>.</param>
/// <param name="Username">The name to sign in with, or none.</param>
/// <param name="Email">The address, or none; one of the two must be there.</param>
/// <param name="Name">The name to show, or none.</param>
/// <param name="RootRole">What it may do.</param>
/// <param name="PasswordHash">The password's hash, or none: then no password signs in.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record NewUser(
    string AccountType,
    string? Username,
    string? Email,
    string? Name,
    RootRole RootRole,
    string? PasswordHash,
    DateTimeOffset CreatedAt)
{
    /// <summary>The account's name, and no hash.</summary>
    /// <returns>The e-mail address, else the username.</returns>
    public override string ToString() => Email ?? Username ?? AccountType;

    /// <summary>The account that the database has made of it.</summary>
    /// <param name="id">The id that the database gave.</param>
    /// <returns>An account that has never signed in.</returns>
    internal User WithId(long id) => new(id, AccountType, Username, Email, Name, RootRole, 0, CreatedAt, null);
}

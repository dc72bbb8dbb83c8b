using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>An account: a person's or a program's.</summary>
/// <param name="Id">Given by the database, never reused.</param>
/// <param name="AccountType">One of <see cref="Users.AccountType"/>.</param>
/// <param name="Username">The name to sign in with, or none.</param>
/// <param name="Email">The address, or none.</param>
/// <param name="Name">The name to show, or none.</param>
/// <param name="RootRole">What the account may do.</param>
/// <param name="LoginAttempts">Failed sign-ins since the last successful one.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="SeenAt">When it last signed in.</param>
public sealed record User(
    long Id,
    string AccountType,
    string? Username,
    string? Email,
    string? Name,
    RootRole RootRole,
    int LoginAttempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SeenAt)
{
    /// <summary>How the audit names the account.</summary>
    public string AuditName => NameForAudit(Id, Username, Email);

    /// <summary>The picture's address, by the formula of Unleash's own user type.</summary>
    public string ImageUrl =>
        $"https://gravatar.com/avatar/{ImageHash()}?s=42&d=retro&r=g";

    /// <summary>How the audit names an account, as Unleash does: e-mail, else username.</summary>
    /// <param name="id">The account's id.</param>
    /// <param name="username">Its username, or none.</param>
    /// <param name="email">Its address, or none.</param>
    /// <returns>A name.</returns>
    public static string NameForAudit(long id, string? username, string? email) =>
        email ?? username ?? string.Create(CultureInfo.InvariantCulture, $"user {id}");

    private string ImageHash()
    {
        var identity = Email ?? Username ?? Id.ToString(CultureInfo.InvariantCulture);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.Trim().ToLowerInvariant())));
    }
}

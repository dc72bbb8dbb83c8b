using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>An account: a user's or a service account.</summary>
/// <param name="Id">Given by the database, never reused.</param>
/// <param name="AccountType">Its kind.</param>
/// <param name="Username">The name to sign in with, or none.</param>
/// <param name="Email">The e-mail address, or none.</param>
/// <param name="Name">The name to show, or none.</param>
/// <param name="RootRole">What the account may do.</param>
/// <param name="LoginAttempts">Failed sign-ins since the last successful one.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="SeenAt">When it last signed in.</param>
public sealed record User(
    long Id,
    AccountType AccountType,
    string? Username,
    string? Email,
    string? Name,
    RootRole RootRole,
    int LoginAttempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SeenAt)
{
    /// <summary>Whether it can sign in and its tokens authenticate; an administrator can switch it off and on again.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether it can sign in with a password.</summary>
    public bool HasPassword { get; init; }

    /// <summary>The account's name in the event log.</summary>
    public string AuditName => NameForAudit(Id, Username, Email);

    /// <summary>The address of the picture, by the formula of Unleash's own user type.</summary>
    public string ImageUrl =>
        $"https://gravatar.com/avatar/{ImageHash()}?s=42&d=retro&r=g";

    /// <summary>An account's name in the event log, as in Unleash: e-mail address, else username.</summary>
    public static string NameForAudit(long id, string? username, string? email) =>
        email ?? username ?? string.Create(CultureInfo.InvariantCulture, $"user {id}");

    private string ImageHash()
    {
        var identity = Email ?? Username ?? Id.ToString(CultureInfo.InvariantCulture);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.Trim().ToLowerInvariant())));
    }
}

namespace Unleash.Pat.AspNetCore;

/// <summary>The claims of a caller. A claim whose value the service does not send is absent.</summary>
public static class UnleashPatClaimTypes
{
    /// <summary>The account's id: the one name of an account that never changes.</summary>
    public const string Subject = "sub";

    /// <summary>The account's display name, or else its username, or else its e-mail address.</summary>
    public const string Name = "name";

    /// <summary>The account's username.</summary>
    public const string PreferredUsername = "preferred_username";

    /// <summary>The account's e-mail address.</summary>
    public const string Email = "email";

    /// <summary>The account's root role: <c>Admin</c>, <c>Editor</c> or <c>Viewer</c>.</summary>
    public const string Role = "role";

    /// <summary>What the token may do: one claim for each scope.</summary>
    public const string Scope = "scope";

    /// <summary><c>true</c> for a token without scopes: it may do all that its account may. Absent for others.</summary>
    public const string Unrestricted = "unrestricted";

    /// <summary>The token's id.</summary>
    public const string TokenId = "jti";

    /// <summary><c>User</c> or <c>Service Account</c>.</summary>
    public const string AccountType = "account_type";
}

namespace Unleash.Pat.Domain.Users;

/// <summary>Kinds of accounts, as the wire names them in <c>accountType</c>.</summary>
public static class AccountType
{
    /// <summary>A person.</summary>
    public const string User = "User";

    /// <summary>A program: it has tokens and no password.</summary>
    public const string ServiceAccount = "Service Account";
}

namespace Unleash.Pat.Domain.Users;

/// <summary>A kind of account.</summary>
public enum AccountType
{
    /// <summary>A user.</summary>
    User = 0,

    /// <summary>A program's account: it has tokens and no password.</summary>
    ServiceAccount,
}

/// <summary>The names of <see cref="AccountType"/>, as the wire shows them and the database stores them.</summary>
public static class AccountTypeName
{
    private const string User = "User";
    private const string ServiceAccount = "Service Account";

    public static string ToName(this AccountType type) => type switch
    {
        AccountType.User => User,
        AccountType.ServiceAccount => ServiceAccount,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such kind of account."),
    };

    public static AccountType Parse(string name) => name switch
    {
        User => AccountType.User,
        ServiceAccount => AccountType.ServiceAccount,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such kind of account."),
    };
}

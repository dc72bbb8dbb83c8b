namespace Unleash.Pat.Application.Sessions;

/// <summary>Why the service refused a sign-in by the identity provider: the sign-in page's codes and the event log's reasons.</summary>
public static class ProviderSignInFailure
{
    /// <summary>The provider refused it, or the person cancelled it there.</summary>
    public const string Denied = "denied";

    /// <summary>It belongs to no sign-in that this browser has begun and not finished.</summary>
    public const string Expired = "expired";

    /// <summary>The provider did not answer, or not in time.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>What the provider sent could not be verified.</summary>
    public const string Invalid = "invalid";

    /// <summary>None of the person's roles is mapped, and there is no default.</summary>
    public const string NoRole = "no-role";

    /// <summary>There is no such user, and none may be created.</summary>
    public const string UnknownUser = "unknown-user";

    /// <summary>A new user would have neither an e-mail address nor a username.</summary>
    public const string NoName = "no-name";

    /// <summary>The name or address belongs to an account that the sign-in does not open.</summary>
    public const string NameTaken = "name-taken";

    /// <summary>The account is switched off.</summary>
    public const string Disabled = "disabled";

    /// <summary>The role would be lost, and nobody else administers.</summary>
    public const string LastAdministrator = "last-administrator";

    /// <summary>Too many sign-ins from one address; not in the event log.</summary>
    public const string TooMany = "too-many";
}

namespace Unleash.Pat.Domain.Events;

/// <summary>Kinds of events, as the event log names them in <c>type</c>.</summary>
public static class EventType
{
    /// <summary>A personal access token was issued.</summary>
    public const string PatCreated = "pat-created";

    /// <summary>A personal access token was revoked.</summary>
    public const string PatDeleted = "pat-deleted";

    /// <summary>An account was made.</summary>
    public const string UserCreated = "user-created";

    /// <summary>Somebody signed in.</summary>
    public const string UserSignedIn = "user-signed-in";

    /// <summary>Somebody tried to sign in and was refused.</summary>
    public const string UserSignInFailed = "user-sign-in-failed";

    /// <summary>Somebody signed out.</summary>
    public const string UserSignedOut = "user-signed-out";

    /// <summary>An account's name, address or role was changed.</summary>
    public const string UserUpdated = "user-updated";

    /// <summary>An account was removed.</summary>
    public const string UserDeleted = "user-deleted";

    /// <summary>An account's password was changed, by its owner or by an administrator.</summary>
    public const string UserPasswordChanged = "user-password-changed";

    /// <summary>A service account was made.</summary>
    public const string ServiceAccountCreated = "service-account-created";

    /// <summary>A service account's name or role was changed.</summary>
    public const string ServiceAccountUpdated = "service-account-updated";

    /// <summary>A service account was removed.</summary>
    public const string ServiceAccountDeleted = "service-account-deleted";

    /// <summary>Sessions of an account were ended, by its owner or by an administrator.</summary>
    public const string SessionsEnded = "user-sessions-ended";

    /// <summary>An admin token was issued.</summary>
    public const string AdminTokenCreated = "api-token-created";

    /// <summary>An admin token was revoked.</summary>
    public const string AdminTokenDeleted = "api-token-deleted";

    /// <summary>Another account answers for an admin token now.</summary>
    public const string AdminTokenTakenOver = "api-token-taken-over";

    /// <summary>Authorization headers from one address authenticated nobody.</summary>
    public const string AuthenticationFailed = "token-authentication-failed";
}

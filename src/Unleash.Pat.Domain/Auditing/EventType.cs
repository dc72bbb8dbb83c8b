namespace Unleash.Pat.Domain.Auditing;

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
}

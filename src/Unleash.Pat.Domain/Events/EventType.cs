using System.Collections.Frozen;

namespace Unleash.Pat.Domain.Events;

/// <summary>Kinds of events, as the event log names them in <c>type</c>.</summary>
public static class EventType
{
    /// <summary>A personal access token was created.</summary>
    public const string PatCreated = "pat-created";

    /// <summary>A personal access token was revoked.</summary>
    public const string PatDeleted = "pat-deleted";

    /// <summary>A personal access token was revoked by its holder; the event's data has the reason.</summary>
    public const string PatRevoked = "pat-revoked";

    /// <summary>A personal access token was renamed, shortened, or switched off or on.</summary>
    public const string PatUpdated = "pat-updated";

    /// <summary>A personal access token got a new secret.</summary>
    public const string PatRotated = "pat-rotated";

    /// <summary>A secret was presented that a rotation had replaced.</summary>
    public const string PatSupersededSecretUsed = "pat-superseded-secret-used";

    /// <summary>A user was created.</summary>
    public const string UserCreated = "user-created";

    /// <summary>A user signed in.</summary>
    public const string UserSignedIn = "user-signed-in";

    /// <summary>A sign-in was refused.</summary>
    public const string UserSignInFailed = "user-sign-in-failed";

    /// <summary>A user signed out.</summary>
    public const string UserSignedOut = "user-signed-out";

    /// <summary>A user's name, e-mail address or role was changed.</summary>
    public const string UserUpdated = "user-updated";

    /// <summary>A user was deleted.</summary>
    public const string UserDeleted = "user-deleted";

    /// <summary>A user's password was changed, by the user or an administrator.</summary>
    public const string UserPasswordChanged = "user-password-changed";

    /// <summary>A link was created with which a user sets a password.</summary>
    public const string PasswordLinkCreated = "password-link-created";

    /// <summary>A user was found, or created, for a person at the identity provider.</summary>
    public const string UserIdentityLinked = "user-identity-linked";

    /// <summary>A user is no longer the person at the identity provider that it was.</summary>
    public const string UserIdentityUnlinked = "user-identity-unlinked";

    /// <summary>A service account was created.</summary>
    public const string ServiceAccountCreated = "service-account-created";

    /// <summary>A service account's name or role was changed.</summary>
    public const string ServiceAccountUpdated = "service-account-updated";

    /// <summary>A service account was deleted.</summary>
    public const string ServiceAccountDeleted = "service-account-deleted";

    /// <summary>A user's sessions were ended, by the user or an administrator.</summary>
    public const string SessionsEnded = "user-sessions-ended";

    /// <summary>An admin token was created.</summary>
    public const string AdminTokenCreated = "api-token-created";

    /// <summary>An admin token was revoked.</summary>
    public const string AdminTokenDeleted = "api-token-deleted";

    /// <summary>An account took over an admin token.</summary>
    public const string AdminTokenTakenOver = "api-token-taken-over";

    /// <summary>Authorization headers from one address authenticated no account.</summary>
    public const string AuthenticationFailed = "token-authentication-failed";

    /// <summary>Kinds of events that concern no account.</summary>
    private static readonly FrozenSet<string> OfNoAccount =
        FrozenSet.Create(StringComparer.Ordinal, AdminTokenCreated, AdminTokenDeleted, AdminTokenTakenOver, AuthenticationFailed);

    /// <summary>
    /// Whether events of a kind concern an account, its sessions or its tokens: the account that did it, unless the event
    /// names another one.
    /// </summary>
    public static bool ConcernsAccount(string type) => !OfNoAccount.Contains(type);
}

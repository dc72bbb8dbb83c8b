namespace Unleash.Pat.AdminUi.Auditing;

/// <summary>The kinds of events that the service writes, in words.</summary>
internal static class EventKinds
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["pat-created"] = "Token created",
        ["pat-deleted"] = "Token deleted",
        ["user-signed-in"] = "Signed in",
        ["user-sign-in-failed"] = "Sign-in failed",
        ["user-signed-out"] = "Signed out",
        ["user-sessions-ended"] = "Sessions ended",
        ["user-created"] = "User created",
        ["user-updated"] = "User changed",
        ["user-password-changed"] = "Password changed",
        ["user-deleted"] = "User deleted",
        ["service-account-created"] = "Service account created",
        ["service-account-updated"] = "Service account changed",
        ["service-account-deleted"] = "Service account deleted",
        ["api-token-created"] = "Admin token created",
        ["api-token-deleted"] = "Admin token deleted",
        ["api-token-taken-over"] = "Admin token taken over",
        ["token-authentication-failed"] = "Tokens refused",
    };

    /// <summary>A kind in words; one that is not known here is given as it is.</summary>
    public static string Label(string kind) => All.GetValueOrDefault(kind, kind);
}

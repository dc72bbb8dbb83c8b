namespace Unleash.Pat.AdminUi.Events;

/// <summary>The labels of the event types.</summary>
internal static class EventTypes
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["pat-created"] = "Token created",
        ["pat-deleted"] = "Token deleted",
        ["pat-revoked"] = "Token revoked",
        ["pat-updated"] = "Token changed",
        ["pat-rotated"] = "Token rotated",
        ["pat-superseded-secret-used"] = "Old secret of a token refused",
        ["user-signed-in"] = "Signed in",
        ["user-sign-in-failed"] = "Sign-in failed",
        ["user-signed-out"] = "Signed out",
        ["user-sessions-ended"] = "Sessions ended",
        ["user-created"] = "User created",
        ["user-updated"] = "User changed",
        ["user-password-changed"] = "Password changed",
        ["password-link-created"] = "Link for a password created",
        ["user-identity-linked"] = "Sign-in at the provider linked",
        ["user-identity-unlinked"] = "Sign-in at the provider unlinked",
        ["user-deleted"] = "User deleted",
        ["service-account-created"] = "Service account created",
        ["service-account-updated"] = "Service account changed",
        ["service-account-deleted"] = "Service account deleted",
        ["api-token-created"] = "Admin token created",
        ["api-token-deleted"] = "Admin token deleted",
        ["api-token-taken-over"] = "Admin token taken over",
        ["token-authentication-failed"] = "Tokens refused",
    };

    /// <summary>The types by what they are about.</summary>
    public static IReadOnlyList<(string Label, IReadOnlyList<string> Types)> Groups { get; } =
    [
        ("Tokens", [.. All.Keys.Where(type => type.StartsWith("pat-", StringComparison.Ordinal))]),
        ("Signing in", [.. All.Keys.Where(type => type.StartsWith("user-si", StringComparison.Ordinal)), "user-sessions-ended", "token-authentication-failed"]),
        ("Users", ["user-created", "user-updated", "user-password-changed", "password-link-created", "user-identity-linked", "user-identity-unlinked", "user-deleted"]),
        ("Service accounts", [.. All.Keys.Where(type => type.StartsWith("service-account-", StringComparison.Ordinal))]),
        ("Admin tokens", [.. All.Keys.Where(type => type.StartsWith("api-token-", StringComparison.Ordinal))]),
    ];

    /// <summary>Why a token was revoked, by the <c>reason</c> in the event's data.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["holder"] = "by its holder",
        ["unused"] = "not used for too long",
        ["expired"] = "expired long ago",
    };

    /// <summary>The label of a type; an unknown type is returned unchanged.</summary>
    public static string Label(string type) => All.GetValueOrDefault(type, type);
}

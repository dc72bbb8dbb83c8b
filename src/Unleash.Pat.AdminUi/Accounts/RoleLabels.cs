using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>The names and descriptions of the roles (docs/api.md, section 5).</summary>
internal static class RoleLabels
{
    /// <summary>The role preselected for a new account: the one with the fewest permissions.</summary>
    public const RootRole Default = RootRole.Viewer;

    public static string Description(RootRole role) =>
        role == RootRole.Admin ? "Manages all accounts and sees the event log." : "Manages its own tokens here.";

    public static string Name(RootRole role) => role switch
    {
        RootRole.Admin => "Admin",
        RootRole.Editor => "Editor",
        RootRole.Viewer => "Viewer",
        _ => $"Role {(int)role}",
    };
}

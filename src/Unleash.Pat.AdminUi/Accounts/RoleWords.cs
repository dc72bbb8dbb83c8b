using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>Roles in words (docs/api.md, section 5).</summary>
internal static class RoleWords
{
    /// <summary>The role that a new account is offered: the one that may do least.</summary>
    public const RootRole Least = RootRole.Viewer;

    public static string Meaning(RootRole role) =>
        role == RootRole.Admin ? "Manages all accounts and sees the event log." : "Manages its own tokens here.";

    public static string Name(RootRole role) => role switch
    {
        RootRole.Admin => "Admin",
        RootRole.Editor => "Editor",
        RootRole.Viewer => "Viewer",
        _ => $"Role {(int)role}",
    };
}

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>Roles in words (contract section 5).</summary>
internal static class RoleWords
{
    private const int Admin = 1;
    private const int Editor = 2;

    /// <summary>The role that a new account is offered: the one that may do least.</summary>
    public const int Viewer = 3;

    public static string Meaning(int role) =>
        role == Admin ? "Manages all accounts and sees the event log." : "Manages its own tokens here.";

    public static string Name(int role) => role switch
    {
        Admin => "Admin",
        Editor => "Editor",
        Viewer => "Viewer",
        _ => $"Role {role}",
    };
}

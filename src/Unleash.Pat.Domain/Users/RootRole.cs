using System.Collections.Frozen;
using System.Globalization;

namespace Unleash.Pat.Domain.Users;

/// <summary>A root role, as Unleash has them (docs/api.md, section 5).</summary>
public sealed class RootRole
{
    private static readonly string[] OwnTokens = [Permission.CreatePat, Permission.ReadPat, Permission.DeletePat];

    private RootRole(int id, string name, string description, IReadOnlyList<string> permissions)
    {
        Id = id;
        Name = name;
        Description = description;
        Permissions = permissions;
        Granted = permissions.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>May do everything.</summary>
    public static RootRole Admin { get; } = new(
        1,
        "Admin",
        "Users with the root admin role have superuser access to Unleash and can perform any operation within the Unleash platform.",
        [Permission.Admin]);

    /// <summary>Manages its own tokens; in Unleash it also edits features.</summary>
    public static RootRole Editor { get; } = new(
        2,
        "Editor",
        "Users with the root editor role have access to most features in Unleash, but can not manage users and roles in the "
        + "root scope. Editors will be added as project owners when creating projects and get superuser rights within the "
        + "context of these projects. Users with the editor role will also get access to most permissions on the default "
        + "project by default.",
        OwnTokens);

    /// <summary>Manages its own tokens; in Unleash it also reads.</summary>
    public static RootRole Viewer { get; } = new(
        3,
        "Viewer",
        "Users with the root viewer role can only read root resources in Unleash. Viewers can be added to specific projects "
        + "as project members. Users with the viewer role may not view API tokens.",
        OwnTokens);

    /// <summary>All roles, by id.</summary>
    public static IReadOnlyList<RootRole> All { get; } = [Admin, Editor, Viewer];

    public int Id { get; }

    public string Name { get; }

    public string Description { get; }

    /// <summary>The permissions that the wire lists.</summary>
    public IReadOnlyList<string> Permissions { get; }

    private FrozenSet<string> Granted { get; }

    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public static RootRole FromId(int id) =>
        All.FirstOrDefault(role => role.Id == id)
        ?? throw new ArgumentOutOfRangeException(nameof(id), id, "There is no such root role.");

    /// <summary>The role of an id or a name, or <see langword="null"/>.</summary>
    /// <param name="reference">An id in decimal digits, or a name.</param>
    public static RootRole? Find(string reference) =>
        All.FirstOrDefault(role => role.Name == reference || role.Id.ToString(CultureInfo.InvariantCulture) == reference);

    /// <summary>Whether the role holds a permission; <see cref="Permission.Admin"/> holds all.</summary>
    public bool Grants(string permission) => Granted.Contains(Permission.Admin) || Granted.Contains(permission);
}

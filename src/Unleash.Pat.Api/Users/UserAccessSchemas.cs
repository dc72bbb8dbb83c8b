using System.Text.Json.Serialization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>Users and groups, as Unleash has them.</summary>
/// <param name="Users">By id.</param>
public sealed record UsersGroupsBaseSchema(IReadOnlyList<UserIdentitySchema> Users)
{
    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> Groups { get; init; } = [];
}

/// <summary>How many accounts may do everything.</summary>
/// <param name="WithPassword">Users with a password.</param>
/// <param name="NoPassword">Users without one.</param>
/// <param name="Service">Service accounts.</param>
public sealed record AdminCountSchema(
    [property: JsonPropertyName("password")] long WithPassword, long NoPassword, long Service);

/// <summary>What a user may do, as Unleash has it.</summary>
/// <param name="Overview">The permissions.</param>
/// <param name="User">The user.</param>
/// <param name="RootRole">The user's root role.</param>
public sealed record UserAccessOverviewSchema(AccessOverviewSchema Overview, UserAdminSchema User, RoleSchema RootRole)
{
    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> ProjectRoles { get; init; } = [];
}

/// <summary>Permissions by what they are about.</summary>
/// <param name="Root">Those of this service.</param>
public sealed record AccessOverviewSchema(IReadOnlyList<UserPermissionSchema> Root)
{
    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> Groups { get; init; } = [];

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> Project { get; init; } = [];

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> Environment { get; init; } = [];
}

/// <summary>A permission, and whether a user has it.</summary>
/// <param name="Id">Its place in the list, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="DisplayName">Its name to show.</param>
/// <param name="Type"><c>root</c></param>
/// <param name="HasPermission">Whether the user has it.</param>
public sealed record UserPermissionSchema(int Id, string Name, string DisplayName, string Type, bool HasPermission)
{
    private static readonly (string Name, string Shown)[] Known =
    [
        (Permission.Admin, "Admin"),
        (Permission.CreatePat, "Create own personal access tokens"),
        (Permission.ReadPat, "Read own personal access tokens"),
        (Permission.DeletePat, "Delete own personal access tokens"),
    ];

    internal static IReadOnlyList<UserPermissionSchema> AllOf(RootRole role) =>
    [
        .. Known.Index().Select(known => new UserPermissionSchema(
            known.Index + 1, known.Item.Name, known.Item.Shown, "root", role.Grants(known.Item.Name))),
    ];
}

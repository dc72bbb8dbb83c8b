namespace Unleash.Pat.Api.Users;

/// <summary>A page of users, as Unleash has it.</summary>
/// <param name="Users">By id.</param>
/// <param name="RootRoles">All root roles.</param>
/// <param name="Total">How many accounts there are on all pages.</param>
public sealed record UsersSchema(
    IReadOnlyList<UserAdminSchema> Users, IReadOnlyList<RoleSchema> RootRoles, long Total);

using Unleash.Pat.Api.Users;

namespace Unleash.Pat.Api.ServiceAccounts;

/// <summary>All service accounts, as Unleash has them.</summary>
/// <param name="ServiceAccounts">By id.</param>
/// <param name="RootRoles">All root roles.</param>
public sealed record ServiceAccountsSchema(
    IReadOnlyList<ServiceAccountSchema> ServiceAccounts, IReadOnlyList<RoleSchema> RootRoles);

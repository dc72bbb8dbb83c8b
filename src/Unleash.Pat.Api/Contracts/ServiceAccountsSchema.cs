namespace Unleash.Pat.Api.Contracts;

/// <summary>All service accounts, as Unleash has them.</summary>
/// <param name="ServiceAccounts">By id.</param>
/// <param name="RootRoles">All root roles.</param>
public sealed record ServiceAccountsSchema(
    IReadOnlyList<ServiceAccountSchema> ServiceAccounts, IReadOnlyList<RoleSchema> RootRoles);

using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>Every filter, order and kind of position of the tokens of all accounts.</summary>
internal static class InventoryCalls
{
    private static readonly DateTimeOffset Now = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TokenPolicy Policy = new()
    {
        MaxLifetime = TimeSpan.FromDays(90),
        RequireDescription = true,
        RevokeUnusedAfter = TimeSpan.FromDays(90),
        Scopes = new Dictionary<string, string> { ["deploy"] = "" },
    };

    public static IEnumerable<InventoryFilter> Filters { get; } =
    [
        new(),
        new() { State = TokenState.Active },
        new() { State = TokenState.Expired },
        new() { State = TokenState.Disabled },
        new() { AccountType = AccountType.User },
        new() { AccountType = AccountType.ServiceAccount },
        new() { UserId = 1 },
        new() { Query = "ann" },
        new() { Query = "a" },
        new() { Scope = "deploy" },
        new() { Unrestricted = true },
        new() { NeverExpires = true },
        new() { ExpiresBefore = Now },
        new() { CreatedBefore = Now },
        new() { UnusedSince = Now },
        new() { ViolatesPolicy = true },
        new() { State = TokenState.Active, ExpiresBefore = Now, AccountType = AccountType.User, Query = "ann", UnusedSince = Now },
    ];

    public static IEnumerable<InventoryOrder> Orders { get; } =
        Enum.GetValues<InventorySort>().SelectMany(sort => new InventoryOrder[] { new(sort), new(sort, IsDescending: true) });

    public static IEnumerable<InventoryPosition?> Positions(InventoryOrder order) => order.By switch
    {
        InventorySort.Owner => [null, new(null, "ann", 1, 1), new(null, "ann", 1, long.MaxValue), new(null, null, 1, 1)],
        InventorySort.SeenAt => [null, new(Now, null, 0, 1), new(null, null, 0, 1)],
        _ => [null, new(Now, null, 0, 1)],
    };

    public static InventoryCriteria Criteria(InventoryFilter filter) => new(filter, Policy, Now);

    public static IEnumerable<Func<Task>> Of(IServiceProvider services, AuditStamp audit)
    {
        var inventory = services.GetRequiredService<IInventoryRepository>();
        yield return () => inventory.FindAsync(1, default);
        yield return () => inventory.RevokeAsync([1], Criteria(new()), audit with { CreatedByUserId = null }, default);
        yield return () => services.GetRequiredService<ITokenPolicyRepository>().FindRefusedAsync(Policy, Now, 10, default);
        foreach (var criteria in Filters.Select(Criteria))
        {
            yield return () => inventory.CountAsync(criteria, default);
            yield return () => inventory.GetIdsAsync(criteria, default);
            yield return () => inventory.RevokeAsync([1], criteria, audit, default);
            foreach (var order in Orders)
            {
                foreach (var position in Positions(order))
                {
                    yield return () => inventory.GetPageAsync(criteria, order, position, 10, default);
                    yield return () => SearchAsync(services.GetRequiredService<Database>(), criteria, order, position);
                }
            }
        }
    }

    // What follows the windows that found too few.
    private static Task<bool> SearchAsync(Database database, InventoryCriteria criteria, InventoryOrder order, InventoryPosition? position) =>
        database.SearchAsync(
            async (connection, token) =>
            {
                await new InventoryWalk(database.Dialect, criteria, order, position, 10).SearchAsync(connection, token);
                return true;
            },
            default);
}

using Unleash.Pat.Application;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>A search of descriptions that takes too long is stopped, and takes nothing with it.</summary>
[OneEngineOnly("SQL Server stops a statement by itself, after the command timeout.")]
public sealed class InventorySearchTests(DatabaseFixture<SqliteEngine> fixture) : DatabaseTests<SqliteEngine>(fixture)
{
    private static readonly InventoryOrder ById = new(InventorySort.Id);

    private InventoryCriteria Criteria => new(new InventoryFilter { Query = "laptop" }, new TokenPolicy(), Now);

    [Fact]
    public async Task It_is_refused_after_the_time_for_searches_and_the_next_one_is_answered()
    {
        await StoreAsync(NewPat(await NewUserAsync(), "laptop"));
        var inventory = Endless(TimeSpan.FromMilliseconds(200));

        var refused = await Should.ThrowAsync<ServiceUnavailableException>(() => inventory.GetPageAsync(Criteria, ById, null, 10, Cancel));

        refused.Error.ShouldBe(Errors.SearchTooSlow);
        (await Should.ThrowAsync<ServiceUnavailableException>(() => inventory.CountAsync(Criteria, Cancel))).Error.ShouldBe(Errors.SearchTooSlow);
        (await Get<IInventoryRepository>().GetPageAsync(Criteria, ById, null, 10, Cancel)).Tokens.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_goes_stops_it_as_well()
    {
        await StoreAsync(NewPat(await NewUserAsync(), "laptop"));
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        // On a thread of its own, because SQLite runs a statement on the thread that asks.
        var search = Task.Run(() => Endless(TimeSpan.FromMinutes(10)).GetBatchAsync(Criteria, ById, null, caller.Token), Cancel);
        caller.CancelAfter(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => search);
    }

    private InventoryRepository Endless(TimeSpan timeout) => new(new Database(EndlessSearch.Around(Get<Database>().Dialect, timeout)));
}

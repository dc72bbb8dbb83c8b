using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>Revoking many tokens at once.</summary>
public abstract class InventoryRevocationTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private IInventoryRepository Inventory => Get<IInventoryRepository>();

    [Fact]
    public async Task A_bulk_revocation_takes_what_matches_still_and_nothing_that_is_created_meanwhile()
    {
        var user = await NewUserAsync();
        for (var round = 0; round < 100; round++)
        {
            var due = Now.AddDays(10);
            var short_ = await StoredAsync(NewPat(user, $"short {round}", TimeSpan.FromDays(5)), 1000);
            var criteria = Criteria(new InventoryFilter { UserId = user, ExpiresBefore = due });
            var ids = await Inventory.GetIdsAsync(criteria, Cancel);
            ids.ShouldBe([short_.Id]);

            var creation = StoredAsync(NewPat(user, $"late {round}", TimeSpan.FromDays(5)), 1000);
            var revocation = Inventory.RevokeAsync(ids, criteria, By(user, EventType.PatDeleted), Cancel);
            await Task.WhenAll(creation, revocation);

            (await revocation).ShouldBe(1);
            (await Inventory.FindAsync(short_.Id, Cancel)).ShouldBeNull();
            var late = (await creation).Id;
            (await Inventory.FindAsync(late, Cancel)).ShouldNotBeNull();
            await Get<IPatRepository>().DeleteAsync(user, late, By(user, EventType.PatDeleted), Cancel);
        }
    }

    [Fact]
    public async Task A_bulk_revocation_spares_what_no_longer_matches_and_records_the_rest()
    {
        var (user, admin) = (await NewUserAsync(), await NewUserAsync());
        var mine = await StoredAsync(NewPat(admin, "mine", TimeSpan.FromDays(5)));
        var kept = await StoredAsync(NewPat(user, "kept", TimeSpan.FromDays(30)));
        var gone = await StoredAsync(NewPat(user, "gone \"=1\"", TimeSpan.FromDays(5)));
        var criteria = Criteria(new InventoryFilter { ExpiresBefore = Now.AddDays(10) });

        (await Inventory.RevokeAsync([mine.Id, kept.Id, gone.Id], criteria, By(admin, EventType.PatDeleted), Cancel)).ShouldBe(2);

        (await Inventory.FindAsync(kept.Id, Cancel)).ShouldNotBeNull();
        var data = (await EventsAsync(admin, EventType.PatDeleted)).Select(entry => entry.Data!).ToList();
        data.Count.ShouldBe(2);
        data.ShouldContain(text => text.Contains($"\"id\":{gone.Id},", StringComparison.Ordinal) && text.Contains($"\"ownerId\":{user}", StringComparison.Ordinal));
        data.ShouldContain(text => text.Contains($"\"id\":{mine.Id},", StringComparison.Ordinal) && !text.Contains("ownerId", StringComparison.Ordinal));
    }

    private InventoryCriteria Criteria(InventoryFilter filter) => new(filter, new TokenPolicy(), Now);
}

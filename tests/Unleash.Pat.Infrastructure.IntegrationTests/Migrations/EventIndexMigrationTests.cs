using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Migrations;

/// <summary>Events of the version before are found, and so are those that it records beside this one.</summary>
public abstract class EventIndexMigrationTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Insert = """
        INSERT INTO events (type, created_by, created_by_user_id, created_at, token_id, data) VALUES ('old', 'somebody', 7, @At, 42, '{}')
        """;

    protected override bool Migrated => false;

    [Fact]
    public async Task Each_is_found_once_and_waits_for_no_housekeeping()
    {
        await Get<IMigrationTarget>().MigrateThroughAsync("0015", Cancel);
        await InsertAsync();
        await InsertAsync();
        await Fixture.MigrateAsync(Fixture.Node());
        await ShouldBeFoundAsync(2);

        await InsertAsync();

        await ShouldBeFoundAsync(3);
        (await Get<IEventRepository>().IndexAsync(long.MaxValue, 100, Cancel)).ShouldBe(0);
        await ShouldBeFoundAsync(3);
    }

    private Task<int> InsertAsync()
    {
        var parameters = new DynamicParameters();
        parameters.Add("At", Now);
        return Get<Database>().WriteAsync(transaction => transaction.ExecuteAsync(Insert, parameters, Cancel), Cancel);
    }

    private async Task ShouldBeFoundAsync(int count)
    {
        EventFilter[] filters =
        [
            new(), new() { Types = ["old"] }, new() { UserIds = [7] }, new() { UserIds = [7], Types = ["old"] }, new() { TokenId = 42 },
        ];
        foreach (var filter in filters)
        {
            var page = await Get<IEventRepository>().GetPageAsync(filter, new EventSlice(2), Cancel);

            (page.Events.Count, page.Total.Count).ShouldBe((2, count));
        }
    }
}

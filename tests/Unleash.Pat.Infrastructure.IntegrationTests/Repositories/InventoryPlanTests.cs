using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Infrastructure.IntegrationTests.Statements;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>By which index SQLite reads the tokens of all accounts (docs/decisions/0038-the-inventory-is-read-in-windows.md).</summary>
[OneEngineOnly("It reads SQLite's query plans.")]
public sealed class InventoryPlanTests(DatabaseFixture<SqliteEngine> fixture) : DatabaseTests<SqliteEngine>(fixture)
{
    private const string Tokens = "SEARCH token USING INTEGER PRIMARY KEY (rowid=?)";

    private static readonly DateTimeOffset At = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, InventoryFilter> Filters = new()
    {
        ["userId"] = new() { UserId = 1 },
        ["scope"] = new() { Scope = "deploy" },
        ["expired"] = new() { State = TokenState.Expired },
        ["disabled"] = new() { State = TokenState.Disabled },
        ["expiresBefore"] = new() { ExpiresBefore = At },
        ["createdBefore"] = new() { CreatedBefore = At },
        ["unusedSince"] = new() { UnusedSince = At },
    };

    private ISqlDialect Dialect => Get<Database>().Dialect;

    [Theory]
    [InlineData(InventorySort.Id, "SEARCH entry USING INTEGER PRIMARY KEY (rowid>?)")]
    [InlineData(InventorySort.CreatedAt, "SEARCH entry USING COVERING INDEX ix_personal_access_tokens_created (created_at>?)")]
    [InlineData(InventorySort.ExpiresAt, "SEARCH entry USING COVERING INDEX ix_personal_access_tokens_expires (expires_at>?)")]
    [InlineData(InventorySort.SeenAt, "SEARCH entry USING COVERING INDEX ix_personal_access_tokens_seen (seen_at>?)")]
    [InlineData(InventorySort.Owner, "SEARCH entry USING COVERING INDEX ix_users_sort (sort_key>?)")]
    public async Task A_window_of_an_order_is_a_range_of_its_index(InventorySort sort, string entries)
    {
        foreach (var isDescending in new[] { false, true })
        {
            var order = new InventoryOrderSql(Dialect, new InventoryOrder(sort, isDescending));
            foreach (var range in InventoryCalls.Positions(new InventoryOrder(sort)).SelectMany(order.RangesAfter).Distinct())
            {
                var plan = await PlanAsync(InventorySql.Window(Dialect, order, range, Filter(new() { State = TokenState.Active })), new());

                plan.ShouldNotContain(step => step.StartsWith("SCAN", StringComparison.Ordinal) && IsTable(step), string.Join('\n', plan));
                plan.ShouldNotContain(step => step.Contains("AUTOMATIC", StringComparison.Ordinal));
            }

            var last = order.RangesAfter(null)[isDescending ? 0 : ^1];
            (await PlanAsync(InventorySql.Window(Dialect, order, last, Filter(new())), new())).ShouldContain(entries);
        }
    }

    [Theory]
    [InlineData("userId", "USING INDEX uq_personal_access_tokens_slot", "(user_id=?)")]
    [InlineData("scope", "granted USING", "(scope=?)")]
    [InlineData("expired", "ix_personal_access_tokens_expires", "(expires_at<?)")]
    [InlineData("disabled", "ix_personal_access_tokens_disabled", "")]
    [InlineData("expiresBefore", "ix_personal_access_tokens_expires", "(expires_at<?)")]
    [InlineData("createdBefore", "ix_personal_access_tokens_created", "(created_at<?)")]
    [InlineData("unusedSince", "ix_personal_access_tokens_seen", "(seen_at<?)")]
    public async Task A_filter_is_searched_and_counted_by_its_index(string name, string index, string range)
    {
        var filter = Filter(Filters[name]);
        var order = new InventoryOrderSql(Dialect, new InventoryOrder(InventorySort.Owner));
        foreach (var statement in new[] { InventorySql.Search(Dialect, order, filter, null), InventorySql.Count(Dialect, filter), InventorySql.Ids(filter) })
        {
            var plan = await PlanAsync(statement, Filters[name]);

            plan.ShouldContain(
                step => step.Contains(Named(index), StringComparison.Ordinal) && step.Contains(range, StringComparison.Ordinal), string.Join('\n', plan));
            plan.ShouldNotContain(step => step == "SCAN token", string.Join('\n', plan));
        }
    }

    [Fact]
    public async Task What_is_found_is_read_by_its_id()
    {
        var order = new InventoryOrderSql(Dialect, new InventoryOrder(InventorySort.Id));

        (await PlanAsync(InventorySql.Search(Dialect, order, Filter(Filters["expired"]), null), Filters["expired"])).ShouldContain(Tokens);
    }

    // SQLite names the index of a constraint by its number.
    private static string Named(string index) =>
        index.Replace("USING INDEX uq_personal_access_tokens_slot", "sqlite_autoindex_personal_access_tokens_1", StringComparison.Ordinal);

    private static bool IsTable(string step) => step.EndsWith(" token", StringComparison.Ordinal) || step.EndsWith(" entry", StringComparison.Ordinal)
        || step.EndsWith(" account", StringComparison.Ordinal);

    private TokenFilterSql Filter(InventoryFilter filter) => new(TokenConditions.Of(Dialect, InventoryCalls.Criteria(filter)));

    private Task<List<string>> PlanAsync(string statement, InventoryFilter filter)
    {
        var command = new InventoryParameters(Dialect, InventoryCalls.Criteria(filter), new InventoryPosition(At, "ann", 1, 1))
            .Command(statement, Cancel, limit: 100, entries: 1_000);
        return Get<Database>().PlanAsync(command.CommandText, command.Parameters, Cancel);
    }
}

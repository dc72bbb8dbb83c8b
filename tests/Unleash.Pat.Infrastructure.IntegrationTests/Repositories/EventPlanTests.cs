using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Repositories;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>By which index SQLite reads the event log; docs/sql-server.md tells what is expected of SQL Server.</summary>
public sealed class EventPlanTests(DatabaseFixture<SqliteEngine> fixture) : DatabaseTests<SqliteEngine>(fixture)
{
    [Theory]
    [InlineData(null, null, null, "SCAN events")]
    [InlineData(null, null, 7L, "SEARCH events USING INTEGER PRIMARY KEY (rowid<?)")]
    [InlineData("some", null, null, "SEARCH events USING COVERING INDEX ix_events_type (type=?)")]
    [InlineData("some", null, 7L, "SEARCH events USING COVERING INDEX ix_events_type (type=? AND id<?)")]
    [InlineData(null, 7L, null, "SEARCH events USING COVERING INDEX ix_events_user (created_by_user_id=?)")]
    [InlineData("some", 7L, null, "SEARCH events USING COVERING INDEX ix_events_user_type (created_by_user_id=? AND type=?)")]
    [InlineData("some", 7L, 7L, "SEARCH events USING COVERING INDEX ix_events_user_type (created_by_user_id=? AND type=? AND id<?)")]
    public async Task A_page_takes_its_ids_from_an_index_and_then_reads_its_own_events(string? type, long? userId, long? before, string ids)
    {
        var filter = new EventFilter(100, 5_000, type, userId, before);

        var plan = await PlanAsync(EventPageSql.Page(Get<Database>().Dialect, filter, "entry.data"), filter);

        plan.ShouldContain(ids);
        plan.ShouldContain("SEARCH entry USING INTEGER PRIMARY KEY (rowid=?)");
        plan.Count(step => step.Contains("events", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(null, null, "SCAN events USING COVERING INDEX ix_events_type")]
    [InlineData("some", null, "SEARCH events USING COVERING INDEX ix_events_type (type=?)")]
    [InlineData(null, 7L, "SEARCH events USING COVERING INDEX ix_events_user (created_by_user_id=?)")]
    [InlineData("some", 7L, "SEARCH events USING COVERING INDEX ix_events_user_type (created_by_user_id=? AND type=?)")]
    public async Task A_count_reads_an_index_alone_and_sorts_nothing(string? type, long? userId, string index)
    {
        var filter = new EventFilter(100, 0, type, userId);

        var plan = await PlanAsync(EventPageSql.Count(Get<Database>().Dialect, filter), filter);

        plan.ShouldContain(index);
        plan.ShouldNotContain(step => step.Contains("B-TREE", StringComparison.Ordinal));
    }

    private Task<List<string>> PlanAsync(string statement, EventFilter filter) => Get<Database>().ReadAsync(
        async connection => (await connection.QueryAsync<(long, long, long, string Detail)>(
            $"EXPLAIN QUERY PLAN {statement}", EventPageSql.Parameters(filter, 100, filter.Offset))).Select(step => step.Detail).ToList(),
        Cancel);
}

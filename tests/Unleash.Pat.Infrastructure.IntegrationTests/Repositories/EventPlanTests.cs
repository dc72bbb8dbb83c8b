using Dapper;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Repositories.Events;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>By which index SQLite reads the event log; docs/sql-server.md tells what is expected of SQL Server.</summary>
[OneEngineOnly("It reads SQLite's query plans.")]
public sealed class EventPlanTests(DatabaseFixture<SqliteEngine> fixture) : DatabaseTests<SqliteEngine>(fixture)
{
    private static readonly Dictionary<string, EventFilter> Filters = new()
    {
        ["all"] = new(),
        ["type"] = new() { Types = ["some"] },
        ["user"] = new() { UserIds = [7] },
        ["user and type"] = new() { UserIds = [7], Types = ["some"] },
        ["token"] = new() { TokenId = 7 },
        ["ids"] = new() { Ids = [7] },
        ["text"] = new() { Query = "some" },
        ["token and text"] = new() { TokenId = 7, UserIds = [7], Query = "some" },
    };

    private static readonly EventRange Between = new(1, 7);

    private ISqlDialect Dialect => Get<Database>().Dialect;

    [Theory]
    [InlineData("all", "SCAN events", "SEARCH events USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)")]
    [InlineData("text", "SCAN events", "SEARCH events USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)")]
    [InlineData("type", "SEARCH events USING COVERING INDEX ix_events_type (type=?)", "SEARCH events USING COVERING INDEX ix_events_type (type=? AND id>? AND id<?)")]
    [InlineData("user", "SEARCH events USING COVERING INDEX ix_events_user (created_by_user_id=?)", "SEARCH events USING COVERING INDEX ix_events_user (created_by_user_id=? AND id>? AND id<?)")]
    [InlineData("user and type", "SEARCH events USING COVERING INDEX ix_events_user_type (created_by_user_id=? AND type=?)", "SEARCH events USING COVERING INDEX ix_events_user_type (created_by_user_id=? AND type=? AND id>? AND id<?)")]
    [InlineData("token", "SEARCH events USING COVERING INDEX ix_events_token (token_id=?)", "SEARCH events USING COVERING INDEX ix_events_token (token_id=? AND id>? AND id<?)")]
    [InlineData("token and text", "SEARCH events USING COVERING INDEX ix_events_token (token_id=?)", "SEARCH events USING COVERING INDEX ix_events_token (token_id=? AND id>? AND id<?)")]
    public async Task A_page_takes_its_ids_from_an_index_and_then_reads_its_own_events(string name, string first, string between)
    {
        foreach (var (range, ids) in new[] { (EventRange.All, first), (Between, between), (Between with { IsAscending = true }, between) })
        {
            var plan = await PagePlanAsync(Filters[name], range);

            plan.ShouldContain(ids);
            plan.ShouldContain("SEARCH entry USING INTEGER PRIMARY KEY (rowid=?)");
            var unindexed = ids.Contains("ix_events", StringComparison.Ordinal) ? 1 : 0;
            plan.Count(step => step.Contains("events", StringComparison.Ordinal)).ShouldBe(1 + unindexed);
            plan.Count(step => step.Contains(" events USING INDEX ix_events_unindexed", StringComparison.Ordinal)).ShouldBe(unindexed);
            plan.Count(step => step == "MERGE (UNION ALL)").ShouldBe(unindexed);
        }
    }

    [Fact]
    public async Task What_was_done_to_an_account_is_merged_from_two_indexes()
    {
        foreach (var range in new[] { EventRange.All, Between, Between with { IsAscending = true } })
        {
            var plan = await PagePlanAsync(new EventFilter { SubjectUserId = 7 }, range);

            var events = plan.Where(step => step.Contains(" events ", StringComparison.Ordinal)).ToList();
            events.Count.ShouldBe(3);
            events.ShouldContain(step => step.StartsWith("SEARCH events USING COVERING INDEX ix_events_subject (subject_user_id=?", StringComparison.Ordinal));
            events.ShouldContain(step => step.StartsWith("SEARCH events USING COVERING INDEX ix_events_user (created_by_user_id=? AND id>?", StringComparison.Ordinal));
            events.ShouldContain(step => step.Contains("USING INDEX ix_events_unindexed", StringComparison.Ordinal));
            plan.ShouldContain("SEARCH entry USING INTEGER PRIMARY KEY (rowid=?)");
        }
    }

    [Fact]
    public async Task Several_kinds_are_merged_from_one_index_each()
    {
        var plan = await PagePlanAsync(new EventFilter { Types = ["some", "other"], UserIds = [7] }, Between);

        plan.Count(step => step == "SEARCH events USING COVERING INDEX ix_events_user_type (created_by_user_id=? AND type=? AND id>? AND id<?)").ShouldBe(2);
        plan.Count(step => step == "MERGE (UNION ALL)").ShouldBe(2);
    }

    [Theory]
    [InlineData("all", "SCAN events")]
    [InlineData("type", "SEARCH events USING COVERING INDEX ix_events_type (type=?)")]
    [InlineData("user", "SEARCH events USING COVERING INDEX ix_events_user (created_by_user_id=?)")]
    [InlineData("user and type", "SEARCH events USING COVERING INDEX ix_events_user_type (created_by_user_id=? AND type=?)")]
    [InlineData("token", "SEARCH events USING COVERING INDEX ix_events_token (token_id=?)")]
    public async Task A_count_reads_an_index_and_sorts_nothing(string name, string index)
    {
        var (filter, streams) = (Filters[name], EventStreams.Of(Dialect, Filters[name]));

        var plan = await PlanAsync(
            EventPageSql.Count(Dialect, streams, EventRange.All), EventPageSql.CountParameters(filter, streams, EventRange.All, 100));

        plan.ShouldContain(index);
        plan.ShouldNotContain(step => step.Contains("B-TREE", StringComparison.Ordinal));
    }

    private Task<List<string>> PagePlanAsync(EventFilter filter, EventRange range)
    {
        var streams = EventStreams.Of(Dialect, filter);
        return PlanAsync(
            EventPageSql.Page(Dialect, streams, range, EventRow.Columns), EventPageSql.Parameters(Dialect, filter, streams, range, 100, 5_000));
    }

    private Task<List<string>> PlanAsync(string statement, DynamicParameters parameters) =>
        Get<Database>().PlanAsync(statement, parameters, Cancel);
}

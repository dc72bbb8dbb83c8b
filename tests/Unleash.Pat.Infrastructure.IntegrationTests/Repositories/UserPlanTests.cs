using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Repositories;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>By which index SQLite lists and searches accounts; docs/sql-server.md has what is expected of SQL Server.</summary>
[OneEngineOnly("It reads SQLite's query plans.")]
public sealed class UserPlanTests(DatabaseFixture<SqliteEngine> fixture) : DatabaseTests<SqliteEngine>(fixture)
{
    private const string ById = "SEARCH account USING INTEGER PRIMARY KEY (rowid=?)";

    private ISqlDialect Dialect => Get<Database>().Dialect;

    [Fact]
    public async Task A_page_takes_its_ids_from_an_index_and_then_reads_its_own_accounts()
    {
        (await PlanAsync(UserPageSql.FromStart(Dialect)))[..3].ShouldBe(
            ["CO-ROUTINE page", "SEARCH users USING COVERING INDEX ix_users_type (account_type=?)", "SCAN page"]);
        (await PlanAsync(UserPageSql.FromEnd(Dialect)))[..3].ShouldBe(
            ["CO-ROUTINE page", "SEARCH users USING COVERING INDEX ix_users_type (account_type=? AND id<?)", "SCAN page"]);
        (await PlanAsync(UserPageSql.FromEnd(Dialect))).ShouldContain(ById);
    }

    [Fact]
    public async Task A_count_reads_an_index_alone()
    {
        var plan = await PlanAsync(UserPageSql.Count(Dialect));

        plan.Where(step => step.Contains("users", StringComparison.Ordinal)).ShouldAllBe(step => step.Contains("COVERING INDEX"));
        plan.ShouldNotContain(step => step.Contains("B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("ann smith")]
    public async Task A_search_reads_the_accounts_that_the_index_names_and_sorts_nothing(string part)
    {
        var plan = await PlanAsync(UserSearchSql.Find(Dialect, Dialect.IndexOf(part)!));

        plan.Count.ShouldBe(2);
        plan[0].ShouldStartWith("SCAN account_search VIRTUAL TABLE INDEX");
        plan[1].ShouldBe(ById);
    }

    [Fact]
    public async Task A_search_for_two_characters_reads_some_accounts_and_then_those_that_the_index_names()
    {
        (await PlanAsync(UserSearchSql.ScanFirst(Dialect))).ShouldBe(
            ["SEARCH account USING INDEX ix_users_type (account_type=? AND id<?)"]);

        var plan = await PlanAsync(UserSearchSql.Find(Dialect, Dialect.IndexOf("an")!));
        plan.ShouldContain(step => step.StartsWith("SCAN account_parts VIRTUAL TABLE INDEX", StringComparison.Ordinal));
        plan.ShouldContain(ById);
    }

    private Task<List<string>> PlanAsync(string statement) => Get<Database>().PlanAsync(
        statement,
        new { AccountType = AccountType.User.ToName(), Limit = 100, Offset = 900_000, LastId = 1L, LastScanned = 1L, Part = "ann", Match = "ann" },
        Cancel);
}

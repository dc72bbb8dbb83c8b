using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Statements;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>By which index SQLite reads what has no pages: the rows of one account, or of one small table.</summary>
[OneEngineOnly("It reads SQLite's query plans.")]
public sealed class PagePlanTests(DatabaseFixture<SqliteEngine> fixture) : DatabaseTests<SqliteEngine>(fixture)
{
    private const string TokensOfAccount =
        "SEARCH token USING INDEX sqlite_autoindex_personal_access_tokens_1 (user_id=?)";

    // Sorts the rows of the page, which are few.
    private const string Sort = "USE TEMP B-TREE FOR ORDER BY";

    [Theory]
    [InlineData("PatRepository.SelectAll", TokensOfAccount)]
    [InlineData("SessionRepository.SelectLiveOfUser", "SEARCH sessions USING INDEX ix_sessions_user (user_id=? AND expires_at>?)", Sort)]
    [InlineData("UserRepository.SelectOfType", "SEARCH account USING INDEX ix_users_type (account_type=?)")]
    [InlineData("AdminTokenRepository.SelectAll", "SCAN token", "SEARCH creator USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN")]
    [InlineData(
        "PatRepository.SelectAllOfType",
        TokensOfAccount,
        "LIST SUBQUERY 1",
        "SEARCH account USING COVERING INDEX ix_users_type (account_type=?)",
        Sort)]
    public async Task A_list_reads_by_an_index_only_what_it_shows(string statement, params string[] plan)
    {
        var steps = await Get<Database>().PlanAsync(
            SqlServerStatements.Written[statement], new { UserId = 1L, Now = 1L, AccountType = AccountType.ServiceAccount.ToName() }, Cancel);

        steps.ShouldBe(plan);
    }
}

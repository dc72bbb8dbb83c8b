using Dapper;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Support;

/// <summary>How SQLite would run a statement.</summary>
internal static class QueryPlan
{
    /// <summary>The steps in their order, such as <c>SEARCH token USING INTEGER PRIMARY KEY (rowid=?)</c>.</summary>
    public static Task<List<string>> PlanAsync(
        this Database database, string statement, object? parameters, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QueryAsync<(long, long, long, string Detail)>(
            $"EXPLAIN QUERY PLAN {statement}", parameters)).Select(step => step.Detail).ToList(),
        cancellationToken);
}

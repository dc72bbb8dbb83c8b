using System.Data.Common;
using Dapper;
using Unleash.Pat.Application.Inventory;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>Reads the tokens of all accounts.</summary>
/// <remarks>
/// A page is looked for among the next tokens in order first, which finds what many tokens fulfil at once, and then by the
/// filter's own index, which finds what few do (docs/decisions/0038-the-inventory-is-read-in-windows.md).
/// </remarks>
internal sealed partial class InventoryRepository(Database database) : IInventoryRepository
{
    private const int ExportBatch = 1000;

    // Small enough to take no time, large enough that the index of a filter is seldom needed.
    private static readonly int[] Windows = [1_000, 20_000];

    private ISqlDialect Dialect => database.Dialect;

    public async Task<InventoryPage> GetPageAsync(
        InventoryCriteria criteria, InventoryOrder order, InventoryPosition? after, int limit, CancellationToken cancellationToken)
    {
        var walk = new InventoryWalk(Dialect, criteria, order, after, limit + 1);
        return await database.SearchAsync(
            async (connection, token) =>
            {
                await (walk.HasFilter ? FindAsync(walk, connection, limit, token) : ReadNextAsync(walk, connection, limit + 1, token));
                return walk.ToPage(limit);
            },
            cancellationToken);
    }

    // All is read, so windows lose nothing: each token is looked at once, and nothing is sorted twice.
    public async Task<InventoryPage> GetBatchAsync(
        InventoryCriteria criteria, InventoryOrder order, InventoryPosition? after, CancellationToken cancellationToken)
    {
        var walk = new InventoryWalk(Dialect, criteria, order, after, ExportBatch);
        return walk.Filter.IsSelective
            ? await GetPageAsync(criteria, order, after, ExportBatch, cancellationToken)
            : await database.SearchAsync(
                async (connection, token) =>
                {
                    await walk.ReadAsync(connection, walk.HasFilter ? Windows[^1] : ExportBatch, token);
                    return walk.ToBatch();
                },
                cancellationToken);
    }

    public Task<long> CountAsync(InventoryCriteria criteria, CancellationToken cancellationToken)
    {
        var statement = InventorySql.Count(Dialect, Filter(criteria));
        return database.SearchAsync(
            (connection, token) => connection.QuerySingleAsync<long>(new InventoryParameters(Dialect, criteria).Command(statement, token)),
            cancellationToken);
    }

    public async Task<IReadOnlyList<long>> GetIdsAsync(InventoryCriteria criteria, CancellationToken cancellationToken)
    {
        var statement = InventorySql.Ids(Filter(criteria));
        return [.. await database.SearchAsync(
            (connection, token) => connection.QueryAsync<long>(new InventoryParameters(Dialect, criteria).Command(statement, token)),
            cancellationToken)];
    }

    public async Task<InventoryToken?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<InventoryRow>(
                new CommandDefinition(InventorySql.SelectOne, new { Id = id }, cancellationToken: cancellationToken)),
            cancellationToken);
        return row?.ToInventoryToken();
    }

    private static async Task FindAsync(InventoryWalk walk, DbConnection connection, int limit, CancellationToken cancellationToken)
    {
        foreach (var entries in walk.Filter.IsSelective ? [] : Windows)
        {
            await walk.ReadAsync(connection, Math.Max(entries, 2 * limit), cancellationToken);
        }

        if (!walk.IsDone)
        {
            await walk.SearchAsync(connection, cancellationToken);
        }
    }

    // Accounts without tokens are entries of the order by owner that are passed over.
    private static async Task ReadNextAsync(InventoryWalk walk, DbConnection connection, int entries, CancellationToken cancellationToken)
    {
        await walk.ReadAsync(connection, entries, cancellationToken);
        while (!walk.IsDone)
        {
            await walk.ReadAsync(connection, Windows[^1], cancellationToken);
        }
    }

    private TokenFilterSql Filter(InventoryCriteria criteria) => new(TokenConditions.Of(Dialect, criteria));
}

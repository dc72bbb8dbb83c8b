using System.Data.Common;
using Dapper;
using Unleash.Pat.Application.Inventory;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>The way from a position through an order, until enough tokens are found.</summary>
internal sealed class InventoryWalk(
    ISqlDialect dialect, InventoryCriteria criteria, InventoryOrder order, InventoryPosition? after, int wanted)
{
    private readonly InventoryOrderSql _order = new(dialect, order);
    private readonly List<InventoryRow> _found = [];
    private InventoryPosition? _position = after;
    private IReadOnlyList<string> _ranges = new InventoryOrderSql(dialect, order).RangesAfter(after);

    public TokenFilterSql Filter { get; } = new(TokenConditions.Of(dialect, criteria));

    public bool HasFilter => Filter.OfRow is not null;

    /// <summary>Whether all wanted tokens are found, or there are no more.</summary>
    public bool IsDone => _found.Count >= wanted || _ranges.Count == 0;

    /// <summary>Looks at the next entries of the order.</summary>
    /// <param name="entries">The most entries to look at.</param>
    public async Task ReadAsync(DbConnection connection, int entries, CancellationToken cancellationToken)
    {
        var isWindowDone = false;
        while (!IsDone && !isWindowDone)
        {
            isWindowDone = await ReadRangeAsync(connection, entries, cancellationToken);
        }
    }

    /// <summary>Finds what is missing by the index of the filter.</summary>
    public async Task SearchAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var statement = InventorySql.Search(dialect, _order, Filter, _position);
        var command = new InventoryParameters(dialect, criteria, _position).Command(statement, cancellationToken, wanted - _found.Count);
        _found.AddRange(await connection.QueryAsync<InventoryRow>(command));
        _ranges = [];
    }

    /// <summary>The page, where one token more than it has was wanted.</summary>
    public InventoryPage ToPage(int limit) => new(
        [.. _found.Take(limit).Select(row => row.ToInventoryToken())],
        _found.Count > limit ? PositionAfter(_found[limit - 1]) : null);

    /// <summary>All that was found, and where to go on.</summary>
    public InventoryPage ToBatch() => new(
        [.. _found.Select(row => row.ToInventoryToken())],
        _found.Count >= wanted ? PositionAfter(_found[^1]) : _ranges.Count > 0 ? _position : null);

    // Whether the entries were all looked at; otherwise the range has ended.
    private async Task<bool> ReadRangeAsync(DbConnection connection, int entries, CancellationToken cancellationToken)
    {
        var statement = InventorySql.Window(dialect, _order, _ranges[0], Filter);
        var command = new InventoryParameters(dialect, criteria, _position)
            .Command(statement, cancellationToken, wanted - _found.Count, entries);
        var rows = (await connection.QueryAsync<InventoryRow>(command)).AsList();
        _found.AddRange(rows.Where(row => row.Matches != 0));
        if (_found.Count >= wanted)
        {
            return true;
        }

        if (rows is [.., { } last] && last.Place == entries)
        {
            _position = last.EndOfEntry(_order.IsByOwner, order.IsDescending);
            _ranges = _order.RangesAfter(_position);
            return true;
        }

        _ranges = [.. _ranges.Skip(1)];
        return false;
    }

    private InventoryPosition PositionAfter(InventoryRow row) => row.Position(_order.IsByOwner);
}

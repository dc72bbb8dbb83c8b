using System.Data;
using System.Data.Common;
using Dapper;
using Unleash.Pat.Application.Events.Chain;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

internal sealed class EventChainRepository(Database database) : IEventChainRepository
{
    private static readonly RowSet<EventSeal> Seals = new(
        ("event_id", seal => seal.EventId), ("hash", seal => Sql.Bytes(seal.Hash, EventHash.Length)));

    private ISqlDialect Dialect => database.Dialect;

    public Task<ChainState?> GetStateAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => StateAsync(connection, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<StoredEvent>> GetUnsealedAsync(
        long after, long upTo, int limit, CancellationToken cancellationToken)
    {
        var parameters = EventSubjectFill.Parameters();
        AddRange(parameters, after, upTo);
        parameters.Add("Limit", limit, DbType.Int32);
        return await database.ReadAsync(
            async connection => Events(await QueryAsync<ChainEventRow>(
                connection, Dialect.First(EventChainSql.SelectUnsealed, "@Limit"), parameters, cancellationToken)),
            cancellationToken);
    }

    public Task<bool> AppendAsync(
        ChainState before, ChainState after, IReadOnlyList<EventSeal> seals, CancellationToken cancellationToken)
    {
        var change = EventChainSql.Change(Dialect, before);
        var parameters = EventChainSql.Parameters(before, after);
        return database.WriteAsync(
            async transaction =>
            {
                if (await transaction.QuerySingleAsync<long>(change, parameters, cancellationToken) == 0)
                {
                    return false;
                }

                if (seals.Count > 0)
                {
                    var (rows, values) = Seals.Of(seals);

                    // DISTINCT, because a table of parameters repeats its last row.
                    await transaction.RunAsync(
                        $"INSERT INTO event_seals (event_id, hash) SELECT DISTINCT made.event_id, made.hash FROM ({rows}) AS made;",
                        values,
                        cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<SealedEvent>> GetSealedAsync(
        long after, long upTo, int limit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        AddRange(parameters, after, upTo);
        parameters.Add("Limit", limit, DbType.Int32);
        var rows = await database.ReadAsync(
            connection => QueryAsync<ChainEventRow>(
                connection, Dialect.First(EventChainSql.SelectSealed, "@Limit"), parameters, cancellationToken),
            cancellationToken);
        return [.. rows.Select(row => new SealedEvent(row.ToEvent(), row.Hash!))];
    }

    public Task<bool> DeleteAsync(ChainState before, ChainState after, CancellationToken cancellationToken)
    {
        var change = EventChainSql.Change(Dialect, before);
        var parameters = EventChainSql.Parameters(before, after);
        var range = new DynamicParameters();
        AddRange(range, before.AnchorId, after.AnchorId);
        return database.WriteAsync(
            async transaction =>
            {
                if (await transaction.QuerySingleAsync<long>(change, parameters, cancellationToken) == 0)
                {
                    return false;
                }

                await transaction.ExecuteAsync(EventChainSql.DeleteSealed, range, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    public Task<ChainWindow> GetWindowAsync(long after, int limit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("After", after, DbType.Int64);
        parameters.Add("Limit", limit, DbType.Int32);
        return database.ReadAsync(
            async connection =>
            {
                var events = await QueryAsync<ChainEventRow>(
                    connection, Dialect.First(EventChainSql.SelectEvents, "@Limit"), parameters, cancellationToken);
                var seals = await QueryAsync<ChainSealRow>(
                    connection, Dialect.First(EventChainSql.SelectSeals, "@Limit"), parameters, cancellationToken);
                return new ChainWindow(
                    Events(events),
                    [.. seals.Select(row => new EventSeal(row.EventId, row.Hash))],
                    await StateAsync(connection, cancellationToken));
            },
            cancellationToken);
    }

    public async Task<ChainEnds> GetEndsAsync(CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleAsync<ChainEndsRow>(
                new CommandDefinition(EventChainSql.SelectEnds, cancellationToken: cancellationToken)),
            cancellationToken);
        return new ChainEnds(row.FirstEvent, row.LastEvent ?? 0, row.FirstSeal, row.LastSeal ?? 0);
    }

    private static async Task<ChainState?> StateAsync(DbConnection connection, CancellationToken cancellationToken) =>
        (await connection.QuerySingleOrDefaultAsync<ChainStateRow>(
            new CommandDefinition(EventChainSql.SelectState, cancellationToken: cancellationToken)))?.ToState();

    private static Task<IEnumerable<T>> QueryAsync<T>(
        DbConnection connection, string query, DynamicParameters parameters, CancellationToken cancellationToken) =>
        connection.QueryAsync<T>(new CommandDefinition(query, parameters, cancellationToken: cancellationToken));

    private static List<StoredEvent> Events(IEnumerable<ChainEventRow> rows) => [.. rows.Select(row => row.ToEvent())];

    private static void AddRange(DynamicParameters parameters, long after, long upTo)
    {
        parameters.Add("After", after, DbType.Int64);
        parameters.Add("UpTo", upTo, DbType.Int64);
    }
}

using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

internal sealed class EventRepository(Database database) : IEventRepository
{
    // A page without its total is better than no page.
    private static readonly TimeSpan CountTimeout = TimeSpan.FromSeconds(2);

    private ISqlDialect Dialect => database.Dialect;

    public TimeSpan CommitDelay => Dialect.CommitDelay;

    public Task<long> GetNewestIdAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleAsync<long>(
            new CommandDefinition("SELECT COALESCE(MAX(id), 0) FROM events", cancellationToken: cancellationToken)),
        cancellationToken);

    public async Task<EventPage> GetPageAsync(EventFilter filter, EventSlice slice, CancellationToken cancellationToken)
    {
        if (WithPossibleTypes(filter) is not { } possible)
        {
            return new EventPage([], default);
        }

        var streams = EventStreams.Of(Dialect, possible);
        var (page, bounds) = await database.SearchAsync(
            async (connection, token) =>
            {
                var found = await EventBounds.FindAsync(Dialect, connection, possible, streams, slice, token);
                return (await new EventSearch(Dialect, possible, streams, slice, found).ReadPageAsync(connection, token), found);
            },
            cancellationToken);
        return page with { Total = await TotalAsync(possible, streams, slice, bounds, page, cancellationToken) };
    }

    public async Task<EventPage> GetBatchAsync(EventFilter filter, EventSlice slice, CancellationToken cancellationToken)
    {
        if (WithPossibleTypes(filter) is not { } possible)
        {
            return new EventPage([], default);
        }

        var streams = EventStreams.Of(Dialect, possible);
        return await database.SearchAsync(
            async (connection, token) =>
            {
                var bounds = await EventBounds.FindAsync(Dialect, connection, possible, streams, slice, token);
                return await new EventSearch(Dialect, possible, streams, slice, bounds).ReadBatchAsync(connection, token);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<EventCreator>> GetCreatorsAsync(int accounts, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Accounts", accounts, System.Data.DbType.Int32);
        var select = $"""
            SELECT account.id AS {nameof(CreatorRow.Id)}, account.username AS {nameof(CreatorRow.Username)},
                account.name AS {nameof(CreatorRow.Name)}, account.email AS {nameof(CreatorRow.Email)}
            FROM ({Dialect.First("SELECT id FROM users ORDER BY id", "@Accounts")}) AS earliest JOIN users AS account ON account.id = earliest.id
            WHERE {HasActed}
            ORDER BY account.id
            """;
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<CreatorRow>(new CommandDefinition(select, parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return [.. rows.Select(row => row.ToCreator())];
    }

    public async Task<bool> FillSubjectsAsync(int count, CancellationToken cancellationToken)
    {
        var upTo = await FillPositionAsync(cancellationToken);
        if (upTo == 0)
        {
            return false;
        }

        await database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                EventSubjectFill.Of(Dialect), EventSubjectFill.Parameters(upTo, count), cancellationToken),
            cancellationToken);
        return await FillPositionAsync(cancellationToken) > 0;
    }

    public async Task<int> IndexAsync(long upTo, int count, CancellationToken cancellationToken)
    {
        if (!Dialect.IndexesLater)
        {
            return 0;
        }

        var parameters = new DynamicParameters();
        parameters.Add("UpTo", upTo, System.Data.DbType.Int64);
        parameters.Add("Limit", count, System.Data.DbType.Int32);
        var oldest = Dialect.First("SELECT id FROM events WHERE unindexed IS NOT NULL AND id <= @UpTo ORDER BY id", "@Limit");
        return await database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                $"UPDATE events SET unindexed = NULL WHERE id IN (SELECT oldest.id FROM ({oldest}) AS oldest);", parameters, cancellationToken),
            cancellationToken);
    }

    private string HasActed => Dialect.IndexesLater
        ? """
            EXISTS (SELECT 1 FROM events AS entry WHERE entry.created_by_user_id = account.id AND entry.unindexed IS NULL)
                OR account.id IN (SELECT entry.created_by_user_id FROM events AS entry WHERE entry.unindexed IS NOT NULL)
            """
        : "EXISTS (SELECT 1 FROM events AS entry WHERE entry.created_by_user_id = account.id)";

    private Task<long> FillPositionAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleAsync<long>(new CommandDefinition(
            EventSubjectFill.SelectPosition, EventSubjectFill.Parameters(), cancellationToken: cancellationToken)),
        cancellationToken);

    // No event has a type like the others, and not every engine accepts them as parameters.
    private static EventFilter? WithPossibleTypes(EventFilter filter)
    {
        var possible = filter with
        {
            Types = [.. filter.Types.Where(type => type.Length <= ColumnSizes.EventType && !type.Contains('\0', StringComparison.Ordinal)).Distinct()],
        };
        return possible.Ids is [] || possible.UserIds is [] || (filter.Types.Count > 0 && possible.Types.Count == 0) ? null : possible;
    }

    private async Task<EventTotal> TotalAsync(
        EventFilter filter, EventStreams streams, EventSlice slice, EventBounds bounds, EventPage page, CancellationToken cancellationToken)
    {
        var hasMore = page.Older is not null || slice.Position is not null;
        var (onPage, upToHere) = (page.Events.Count, (long)slice.Offset + page.Events.Count);
        if (!hasMore && (onPage > 0 || slice.Offset == 0))
        {
            // The last page shows the total.
            return new EventTotal(upToHere, IsCapped: bounds.OffsetIds > 0);
        }

        if (!streams.IsExact)
        {
            return new EventTotal(onPage > 0 ? upToHere : 0, IsCapped: true);
        }

        var counted = await CountAsync(filter, streams, bounds, cancellationToken);
        return counted <= EventFilter.MaxCounted
            ? new EventTotal(counted.Value, false)
            : new EventTotal(Math.Max(counted is null ? 0 : EventFilter.MaxCounted, page.Older is null ? onPage : upToHere), true);
    }

    /// <returns><see langword="null"/> where counting took too long.</returns>
    private async Task<long?> CountAsync(EventFilter filter, EventStreams streams, EventBounds bounds, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(CountTimeout);
        var command = new CommandDefinition(
            EventPageSql.Count(Dialect, streams, bounds.Counted),
            EventPageSql.CountParameters(filter, streams, bounds.Counted, EventFilter.MaxCounted + 1),
            cancellationToken: limit.Token);
        try
        {
            return await database.ReadAsync(connection => connection.QuerySingleAsync<long>(command), limit.Token);
        }
        catch (Exception exception) when (exception is ServiceUnavailableException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}

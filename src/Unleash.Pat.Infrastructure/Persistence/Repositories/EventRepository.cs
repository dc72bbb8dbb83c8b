using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class EventRepository(Database database) : IEventRepository
{
    private const string Columns = $"""
        entry.id AS {nameof(EventRow.Id)}, entry.type AS {nameof(EventRow.Type)},
            entry.created_by AS {nameof(EventRow.CreatedBy)}, entry.created_by_user_id AS {nameof(EventRow.CreatedByUserId)},
            entry.created_at AS {nameof(EventRow.CreatedAt)}, entry.data AS {nameof(EventRow.Data)},
            entry.pre_data AS {nameof(EventRow.PreData)}
        """;

    // A page without its total is better than no page.
    private static readonly TimeSpan CountTimeout = TimeSpan.FromSeconds(2);

    private const string SelectOldest = "SELECT id, created_at FROM events ORDER BY id";

    public Task<int> DeleteOldestAsync(DateTimeOffset olderThan, int limit, CancellationToken cancellationToken)
    {
        // By id, in whose order they happened: no index of the times is needed.
        var parameters = new DynamicParameters();
        parameters.Add("OlderThan", olderThan);
        parameters.AddPage(limit, offset: 0);
        var delete = $"""
            DELETE FROM events WHERE id IN (
                SELECT oldest.id FROM ({database.Dialect.Page(SelectOldest)}) AS oldest WHERE oldest.created_at < @OlderThan)
            """;
        return database.WriteAsync(
            transaction => transaction.ExecuteAsync(delete, parameters, cancellationToken), cancellationToken);
    }

    public async Task<EventPage> GetAsync(EventFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Type?.Contains('\0', StringComparison.Ordinal) is true)
        {
            // No type contains it, and not every engine accepts it as a parameter.
            return new EventPage([], new EventTotal(0, false), HasMore: false);
        }

        var command = new CommandDefinition(
            EventPageSql.Page(database.Dialect, filter, Columns),
            EventPageSql.Parameters(filter, filter.Limit + 1, filter.Offset),
            cancellationToken: cancellationToken);
        var rows = await database.ReadAsync(connection => connection.QueryAsync<EventRow>(command), cancellationToken);
        var events = rows.Select(row => row.ToRecord()).ToList();
        var (page, hasMore) = (events.Take(filter.Limit).ToList(), events.Count > filter.Limit);
        return new EventPage(page, await TotalAsync(filter, page.Count, hasMore, cancellationToken), hasMore);
    }

    private async Task<EventTotal> TotalAsync(EventFilter filter, int onPage, bool hasMore, CancellationToken cancellationToken)
    {
        var upToHere = (long)filter.Offset + onPage;
        if (filter.Before is null && !hasMore && (onPage > 0 || filter.Offset == 0))
        {
            // The last page shows the total.
            return new EventTotal(upToHere, false);
        }

        var counted = await CountAsync(filter, cancellationToken);
        return counted <= EventFilter.MaxCounted
            ? new EventTotal(counted.Value, false)
            : new EventTotal(Math.Max(counted is null ? 0 : EventFilter.MaxCounted, hasMore ? upToHere : onPage), true);
    }

    /// <returns><see langword="null"/> where counting took too long.</returns>
    private async Task<long?> CountAsync(EventFilter filter, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(CountTimeout);
        var command = new CommandDefinition(
            EventPageSql.Count(database.Dialect, filter),
            EventPageSql.Parameters(filter with { Before = null }, EventFilter.MaxCounted + 1, offset: 0),
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

    private sealed class EventRow
    {
        public long Id { get; init; }

        public string Type { get; init; } = "";

        public string CreatedBy { get; init; } = "";

        public long? CreatedByUserId { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public string? Data { get; init; }

        public string? PreData { get; init; }

        public EventRecord ToRecord() => new(Id, Type, CreatedBy, CreatedByUserId, CreatedAt, Data, PreData);
    }
}

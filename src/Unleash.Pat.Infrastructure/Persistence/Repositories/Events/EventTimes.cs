using System.Data.Common;
using Dapper;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>Finds the ids at which a time begins, without an index of the times.</summary>
/// <remarks>
/// Events happen in about the order of their ids, so halving the log some twenty times finds the place. An index would have
/// to be written with every event.
/// </remarks>
internal sealed class EventTimes(ISqlDialect dialect, DbConnection connection, CancellationToken cancellationToken)
{
    private const string SelectEnds = $"""
        SELECT (SELECT MIN(oldest.id) FROM events AS oldest) AS {nameof(Ends.Oldest)},
            (SELECT MAX(newest.id) FROM events AS newest) AS {nameof(Ends.Newest)}
        """;

    private const string SelectNext = $"""
        SELECT id AS {nameof(Next.Id)}, created_at AS {nameof(Next.CreatedAt)} FROM events WHERE id >= @Id ORDER BY id
        """;

    private Ends? _ends;

    /// <summary>The id of the newest event; 0 where there is none.</summary>
    public async Task<long> NewestAsync() => (await EndsAsync()).Newest ?? 0;

    /// <summary>An id that all events before an instant are below, and no later event.</summary>
    public async Task<long> FindAsync(DateTimeOffset instant)
    {
        var ends = await EndsAsync();
        var (low, high) = (ends.Oldest ?? 1, (ends.Newest ?? 0) + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (await NextAsync(middle) is { } next && next.CreatedAt < instant)
            {
                low = next.Id + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private async Task<Ends> EndsAsync() =>
        _ends ??= await connection.QuerySingleAsync<Ends>(new CommandDefinition(SelectEnds, cancellationToken: cancellationToken));

    private Task<Next?> NextAsync(long id)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Id", id, System.Data.DbType.Int64);
        parameters.Add("Limit", 1, System.Data.DbType.Int32);
        return connection.QuerySingleOrDefaultAsync<Next>(
            new CommandDefinition(dialect.First(SelectNext, "@Limit"), parameters, cancellationToken: cancellationToken));
    }

    private sealed class Ends
    {
        public long? Oldest { get; init; }

        public long? Newest { get; init; }
    }

    private sealed class Next
    {
        public long Id { get; init; }

        public DateTimeOffset CreatedAt { get; init; }
    }
}

using System.Data.Common;
using Dapper;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>The way through the log from one place on, until enough events are found.</summary>
internal sealed class EventWalk(ISqlDialect dialect, EventFilter filter, EventStreams streams, EventRange range)
{
    private readonly EventMatcher _matcher = new(filter);
    private EventRange _left = range;

    /// <summary>The events that match, in the order in which they were read.</summary>
    public List<EventRow> Found { get; } = [];

    /// <summary>How many events were looked at.</summary>
    public int LookedAt { get; private set; }

    /// <summary>Whether there are no more events.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The newest event that was looked at.</summary>
    public long? Newest { get; private set; }

    /// <summary>The last event that was looked at.</summary>
    public long? Last { get; private set; }

    /// <summary>Looks at the next events.</summary>
    /// <param name="entries">How many.</param>
    /// <param name="offset">How many to skip before.</param>
    public async Task ReadAsync(DbConnection connection, int entries, int offset, CancellationToken cancellationToken)
    {
        var command = new CommandDefinition(
            EventPageSql.Page(dialect, streams, _left, EventRow.Columns),
            EventPageSql.Parameters(dialect, filter, streams, _left, entries, offset),
            cancellationToken: cancellationToken);
        var rows = (await connection.QueryAsync<EventRow>(command)).AsList();
        Found.AddRange(rows.Where(_matcher.Matches));
        LookedAt += rows.Count;
        IsAtEnd = rows.Count < entries;
        if (rows.Count > 0)
        {
            Last = rows[^1].Id;
            Newest = Math.Max(Newest ?? 0, Math.Max(rows[0].Id, rows[^1].Id));
            _left = _left.After(rows[^1].Id);
        }
    }
}

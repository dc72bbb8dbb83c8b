using System.Data.Common;
using Dapper;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>Between which ids the events of a filter are, and where a slice begins among them.</summary>
/// <param name="Counted">Between which ids events are counted, and skipped by an offset.</param>
/// <param name="Read">Between which ids a page is read, where each event's time is compared as well.</param>
/// <param name="AreLoose">Whether some events between the ids do not have the times that the filter asks for.</param>
/// <param name="OffsetIds">How many ids an offset has skipped already.</param>
internal sealed record EventBounds(EventRange Counted, EventRange Read, bool AreLoose, int OffsetIds = 0)
{
    // The clocks of nodes differ, and events are not stored in exactly the order in which they happen.
    private const long Slack = 1_000;

    public static async Task<EventBounds> FindAsync(
        ISqlDialect dialect, DbConnection connection, EventFilter filter, EventStreams streams, EventSlice slice, CancellationToken cancellationToken)
    {
        var times = new EventTimes(dialect, connection, cancellationToken);
        var filled = streams.NeedsFilled ? await FilledAsync(connection, cancellationToken) : 0;
        var above = filter.From is { } from ? await times.FindAsync(from) - 1 : (long?)null;
        var before = filter.To is { } to ? await times.FindAsync(to) : (long?)null;
        var counted = new EventRange(above, before, filled);
        if (slice.Offset > EventFilter.MaxCounted && streams is { IsAll: true, IsExact: true })
        {
            // Reading what is skipped would take longer the more it is. Ids have few gaps.
            var end = before ?? await times.NewestAsync() + 1;
            return new EventBounds(counted, counted with { Before = end - slice.Offset }, AreLoose: false, slice.Offset);
        }

        return (above, before) is (null, null) || slice.Offset > 0
            ? new EventBounds(counted, counted, AreLoose: false)
            : new EventBounds(counted, counted with { Above = above - Slack, Before = before + Slack }, AreLoose: true);
    }

    /// <summary>The range that a slice is read from.</summary>
    public EventRange Of(EventSlice slice) => slice.Position switch
    {
        null => Read,
        { IsNewer: true, Id: var id } => (Read with { IsAscending = true }).After(id),
        { Id: var id } => Read.After(id + 1),
    };

    /// <summary>How many events of the range a slice skips.</summary>
    public int OffsetOf(EventSlice slice) => slice.Offset - OffsetIds;

    private static Task<long> FilledAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<long>(
            new CommandDefinition(EventSubjectFill.SelectPosition, EventSubjectFill.Parameters(), cancellationToken: cancellationToken));
}

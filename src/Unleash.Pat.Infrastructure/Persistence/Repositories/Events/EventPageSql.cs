using System.Data;
using System.Globalization;
using Dapper;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>The statements that read the event log.</summary>
/// <remarks>
/// One for each kind of filter, because a single one with "@Type IS NULL OR" would have a plan that fits none of them. The
/// ids of a page come from an index alone; only the page's own events are then read whole.
/// </remarks>
internal static class EventPageSql
{
    private const string NewestFirst = "id DESC";

    /// <summary>The next events of the streams, with the <paramref name="columns"/> of <c>entry</c> and of <c>subject</c>.</summary>
    public static string Page(ISqlDialect dialect, EventStreams streams, EventRange range, string columns)
    {
        var order = range.IsAscending ? "id" : NewestFirst;
        return $"""
            SELECT {columns}
            FROM ({dialect.Page(Ids(dialect, streams, range, order))}) AS page JOIN events AS entry ON entry.id = page.id
                LEFT JOIN users AS subject ON subject.id = entry.subject_user_id
            ORDER BY entry.{order}
            """;
    }

    /// <summary>The number of events of the streams, of each of which <c>@Entries</c> are counted at the most.</summary>
    public static string Count(ISqlDialect dialect, EventStreams streams, EventRange range) =>
        $"SELECT {dialect.CountRows} FROM ({FoundFirst(dialect, streams, range, NewestFirst)}) AS counted";

    /// <summary>The parameters of a page.</summary>
    public static DynamicParameters Parameters(
        ISqlDialect dialect, EventFilter filter, EventStreams streams, EventRange range, int limit, int offset)
    {
        var parameters = Conditions(filter, streams, range);
        parameters.AddPage(limit, offset);
        if (streams.Streams.Count > 1 && !dialect.MergesInOrder)
        {
            parameters.Add("Entries", limit + offset, DbType.Int32);
        }

        return parameters;
    }

    /// <summary>The parameters of a count.</summary>
    public static DynamicParameters CountParameters(EventFilter filter, EventStreams streams, EventRange range, int entries)
    {
        var parameters = Conditions(filter, streams, range);
        parameters.Add("Entries", entries, DbType.Int32);
        return parameters;
    }

    private static DynamicParameters Conditions(EventFilter filter, EventStreams streams, EventRange range)
    {
        var parameters = new DynamicParameters();
        var conditions = string.Join(' ', streams.Streams.Select(stream => stream.Condition));
        AddNumber("TokenId", filter.TokenId);
        AddNumber("SubjectUserId", filter.SubjectUserId);
        AddEach("Type", filter.Types, type => Sql.Text(type, ColumnSizes.EventType));
        AddEach("UserId", filter.UserIds ?? [], id => id);
        AddEach("Id", filter.Ids ?? [], id => id);
        if (range.Before is not null)
        {
            parameters.Add("Before", range.Before, DbType.Int64);
        }

        if (range.Above is not null)
        {
            parameters.Add("Above", range.Above, DbType.Int64);
        }

        if (streams.NeedsFilled)
        {
            parameters.Add("AboveFilled", Math.Max(range.Above ?? 0, range.Filled), DbType.Int64);
        }

        return parameters;

        void AddNumber(string name, long? value)
        {
            if (conditions.Contains($"@{name}", StringComparison.Ordinal))
            {
                parameters.Add(name, value, DbType.Int64);
            }
        }

        void AddEach<T>(string name, IReadOnlyList<T> values, Func<T, object> toParameter)
        {
            foreach (var (at, value) in conditions.Contains($"@{name}_", StringComparison.Ordinal) ? values.Index() : [])
            {
                parameters.Add(string.Create(CultureInfo.InvariantCulture, $"{name}_{at}"), toParameter(value));
            }
        }
    }

    private static string Ids(ISqlDialect dialect, EventStreams streams, EventRange range, string order)
    {
        if (streams.Streams is [var only])
        {
            return Ids(only, range, order);
        }

        var found = dialect.MergesInOrder
            ? Found(streams.Streams.Select(stream => Select(stream, range)))
            : FoundFirst(dialect, streams, range, order);
        return $"{found} ORDER BY found.{order}";
    }

    // Of each stream as many entries as can be needed.
    private static string FoundFirst(ISqlDialect dialect, EventStreams streams, EventRange range, string order) =>
        Found(streams.Streams.Select(stream =>
            $"SELECT stream.id AS id FROM ({dialect.First(Ids(stream, range, order), "@Entries")}) AS stream"));

    private static string Found(IEnumerable<string> selects) =>
        $"SELECT found.id AS id FROM ({string.Join(" UNION ALL ", selects)}) AS found";

    private static string Ids(EventStream stream, EventRange range, string order) => $"{Select(stream, range)} ORDER BY {order}";

    private static string Select(EventStream stream, EventRange range)
    {
        string[] conditions =
        [
            .. stream.Condition.Length == 0 ? (string[])[] : [stream.Condition],
            .. stream.OnlyFilled ? ["id > @AboveFilled"] : range.Above is null ? (string[])[] : ["id > @Above"],
            .. range.Before is null ? (string[])[] : ["id < @Before"],
        ];
        return conditions.Length == 0 ? "SELECT id FROM events" : $"SELECT id FROM events WHERE {string.Join(" AND ", conditions)}";
    }
}

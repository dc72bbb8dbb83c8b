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

    // The order has no meaning, but a narrow index has it.
    private const string AsTheIndexIs = "type, id";

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

    /// <summary>The number of events of the streams, counted up to <c>@Limit</c>.</summary>
    public static string Count(ISqlDialect dialect, EventStreams streams, EventRange range)
    {
        var ids = Ids(dialect, streams, range, streams.IsAll && range is { Above: null, Before: null } ? AsTheIndexIs : NewestFirst);
        return $"SELECT {dialect.CountRows} FROM ({dialect.Page(ids)}) AS counted";
    }

    /// <summary>The parameters of both statements.</summary>
    public static DynamicParameters Parameters(EventFilter filter, EventStreams streams, EventRange range, int limit, int offset = 0)
    {
        var parameters = new DynamicParameters();
        parameters.AddPage(limit, offset);
        var conditions = string.Join(' ', streams.Streams.Select(stream => stream.Condition));
        AddNumber("TokenId", filter.TokenId);
        AddNumber("SubjectUserId", filter.SubjectUserId);
        AddEach("Type", filter.Types, type => Sql.Text(type, ColumnSizes.EventType));
        AddEach("UserId", filter.UserIds ?? [], id => id);
        AddEach("Id", filter.Ids ?? [], id => id);
        if (streams.Streams.Count > 1)
        {
            parameters.Add("Entries", limit + offset, DbType.Int32);
        }

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

    // Of several streams each gives as many entries as the page can need, and those are sorted.
    private static string Ids(ISqlDialect dialect, EventStreams streams, EventRange range, string order)
    {
        if (streams.Streams is [var only])
        {
            return Ids(only, range, order);
        }

        var all = streams.Streams.Select((stream, at) =>
            $"SELECT stream.id AS id FROM ({dialect.First(Ids(stream, range, order), "@Entries")}) AS stream");
        return $"SELECT found.id AS id FROM ({string.Join(" UNION ALL ", all)}) AS found ORDER BY found.{order}";
    }

    private static string Ids(EventStream stream, EventRange range, string order)
    {
        string[] conditions =
        [
            .. stream.Condition.Length == 0 ? (string[])[] : [stream.Condition],
            .. stream.OnlyFilled ? ["id > @AboveFilled"] : range.Above is null ? (string[])[] : ["id > @Above"],
            .. range.Before is null ? (string[])[] : ["id < @Before"],
        ];
        var where = conditions.Length == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
        return $"SELECT id FROM events{where} ORDER BY {order}";
    }
}

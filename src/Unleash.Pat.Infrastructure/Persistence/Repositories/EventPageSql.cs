using System.Data;
using Dapper;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

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

    /// <summary>A page of events, with the <paramref name="columns"/> of the table <c>entry</c>.</summary>
    public static string Page(ISqlDialect dialect, EventFilter filter, string columns) => $"""
        SELECT {columns}
        FROM ({dialect.Page(Ids(filter, NewestFirst))}) AS page JOIN events AS entry ON entry.id = page.id
        ORDER BY entry.id DESC
        """;

    /// <summary>The number of events that match the filter, on all pages, counted up to <c>@Limit</c>.</summary>
    public static string Count(ISqlDialect dialect, EventFilter filter)
    {
        var all = filter with { Before = null };
        var ids = Ids(all, all is { Type: null, UserId: null } ? AsTheIndexIs : NewestFirst);
        return $"SELECT {dialect.CountRows} FROM ({dialect.Page(ids)}) AS counted";
    }

    /// <summary>The parameters of both statements.</summary>
    public static DynamicParameters Parameters(EventFilter filter, int limit, int offset)
    {
        var parameters = new DynamicParameters();
        parameters.AddPage(limit, offset);
        if (filter.Type is not null)
        {
            parameters.Add("Type", Sql.Text(filter.Type, ColumnSizes.EventType));
        }

        if (filter.UserId is not null)
        {
            parameters.Add("UserId", filter.UserId, DbType.Int64);
        }

        if (filter.Before is not null)
        {
            parameters.Add("Before", filter.Before, DbType.Int64);
        }

        return parameters;
    }

    private static string Ids(EventFilter filter, string order)
    {
        var conditions = new List<string>();
        if (filter.UserId is not null)
        {
            conditions.Add("created_by_user_id = @UserId");
        }

        if (filter.Type is not null)
        {
            conditions.Add("type = @Type");
        }

        if (filter.Before is not null)
        {
            conditions.Add("id < @Before");
        }

        var where = conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
        return $"SELECT id FROM events{where} ORDER BY {order}";
    }
}

using System.Data;
using Dapper;
using Unleash.Pat.Application.Auditing;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class EventRepository(Database database) : IEventRepository
{
    private const string Columns = $"""
        SELECT id AS {nameof(EventRow.Id)}, type AS {nameof(EventRow.Type)}, created_by AS {nameof(EventRow.CreatedBy)},
            created_by_user_id AS {nameof(EventRow.CreatedByUserId)}, created_at AS {nameof(EventRow.CreatedAt)},
            data AS {nameof(EventRow.Data)}, pre_data AS {nameof(EventRow.PreData)}
        """;

    private const string SelectAll = $"{Columns} FROM events ORDER BY id DESC";
    private const string SelectByType = $"{Columns} FROM events WHERE type = @Type ORDER BY id DESC";
    private const string SelectByUser = $"{Columns} FROM events WHERE created_by_user_id = @UserId ORDER BY id DESC";
    private const string SelectByBoth =
        $"{Columns} FROM events WHERE type = @Type AND created_by_user_id = @UserId ORDER BY id DESC";

    private const string CountAll = "SELECT COUNT(*) FROM events";
    private const string CountByType = "SELECT COUNT(*) FROM events WHERE type = @Type";
    private const string CountByUser = "SELECT COUNT(*) FROM events WHERE created_by_user_id = @UserId";
    private const string CountByBoth = "SELECT COUNT(*) FROM events WHERE type = @Type AND created_by_user_id = @UserId";

    public Task<EventPage> GetAsync(EventFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Type?.Contains('\0', StringComparison.Ordinal) is true)
        {
            // No type has it, and not every engine takes it as a parameter.
            return Task.FromResult(new EventPage([], 0));
        }

        // A statement for each kind of filter, where one with "@Type IS NULL OR" would be planned for none of them.
        var (select, count) = (filter.Type, filter.UserId) switch
        {
            (null, null) => (SelectAll, CountAll),
            (_, null) => (SelectByType, CountByType),
            (null, _) => (SelectByUser, CountByUser),
            _ => (SelectByBoth, CountByBoth),
        };
        return database.ReadAsync(
            async connection =>
            {
                var rows = await connection.QueryAsync<EventRow>(new CommandDefinition(
                    database.Dialect.Page(select), Parameters(filter), cancellationToken: cancellationToken));
                var total = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                    count, Parameters(filter), cancellationToken: cancellationToken));
                return new EventPage([.. rows.Select(row => row.ToRecord())], total);
            },
            cancellationToken);
    }

    private static DynamicParameters Parameters(EventFilter filter)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Limit", filter.Limit, DbType.Int32);
        parameters.Add("Offset", filter.Offset, DbType.Int32);
        if (filter.Type is not null)
        {
            parameters.Add("Type", Sql.Text(filter.Type, ColumnSizes.EventType));
        }

        if (filter.UserId is not null)
        {
            parameters.Add("UserId", filter.UserId, DbType.Int64);
        }

        return parameters;
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

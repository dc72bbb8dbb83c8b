using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>The statements by which every repository records the event of its change.</summary>
internal static class EventSql
{
    public const string Insert = """
        INSERT INTO events (type, created_by, created_by_user_id, created_at, data, pre_data)
        VALUES (@EventType, @EventBy, @EventByUserId, @EventAt, @EventData, @EventPreData);
        """;

    /// <summary>Records an event where the previous statement has changed a row.</summary>
    public static string InsertWhereChanged(ISqlDialect dialect) => $"""
        INSERT INTO events (type, created_by, created_by_user_id, created_at, data, pre_data)
        SELECT @EventType, @EventBy, @EventByUserId, @EventAt, @EventData, @EventPreData WHERE {dialect.RowsChanged} > 0;
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new UtcMillisecondsJsonConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The parameters of an event, to which those of its change are added.</summary>
    public static DynamicParameters Parameters(AuditEvent entry)
    {
        var parameters = new DynamicParameters();
        parameters.Add("EventType", Sql.Text(entry.Type, ColumnSizes.EventType));
        parameters.Add("EventBy", Sql.Text(entry.CreatedBy, AccountName.MaxLength));
        parameters.Add("EventByUserId", entry.CreatedByUserId, System.Data.DbType.Int64);
        parameters.Add("EventAt", entry.CreatedAt);
        parameters.Add("EventData", Sql.LongText(ToJson(entry.Data)));
        parameters.Add("EventPreData", Sql.LongText(ToJson(entry.PreData)));
        return parameters;
    }

    /// <summary>The same for an event whose first properties the statement takes from the row.</summary>
    /// <remarks>
    /// It puts <c>{"id":…,</c> before the data, so that the row, its id and its event are one round trip.
    /// </remarks>
    public static DynamicParameters ParametersWithoutRow(AuditEvent entry)
    {
        var parameters = Parameters(entry);
        parameters.Add("EventData", Sql.LongText(ToJson(entry.Data)![1..]));
        return parameters;
    }

    private static string? ToJson(object? data) => data is null ? null : JsonSerializer.Serialize(data, data.GetType(), Json);
}

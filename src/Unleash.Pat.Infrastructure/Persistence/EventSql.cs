using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>The statements by which every repository records the event of its change.</summary>
internal static class EventSql
{
    private const string OwnColumns = "type, created_by, created_by_user_id, created_at, pre_data, stamp";

    private const string OwnValues = "@EventType, @EventBy, @EventByUserId, @EventAt, @EventPreData, @EventStamp";

    private const string LastColumns = "subject_user_id, token_id, data";

    private const string LastValues = "@EventSubject, @EventToken, @EventData";

    private const string AddressProperty = "\"address\":";

    /// <summary>The columns of an event. The last are its subject, its token and its data.</summary>
    public static string Columns(ISqlDialect dialect) =>
        dialect.IndexesLater ? $"{OwnColumns}, unindexed, {LastColumns}" : $"{OwnColumns}, {LastColumns}";

    /// <summary>The values of all columns but the last three, which statements that read the token's row replace.</summary>
    public static string ValuesBeforeSubject(ISqlDialect dialect) => dialect.IndexesLater ? $"{OwnValues}, 1" : OwnValues;

    /// <summary>Records an event.</summary>
    public static string Insert(ISqlDialect dialect) => $"""
        INSERT INTO events ({Columns(dialect)})
        VALUES ({ValuesBeforeSubject(dialect)}, {LastValues});
        """;

    /// <summary>Records an event where the previous statement has changed a row.</summary>
    public static string InsertWhereChanged(ISqlDialect dialect) => $"""
        INSERT INTO events ({Columns(dialect)})
        SELECT {ValuesBeforeSubject(dialect)}, {LastValues} WHERE {dialect.RowsChanged} > 0;
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new UtcMillisecondsJsonConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The parameters of an event, to which those of its change are added.</summary>
    public static DynamicParameters Parameters(AuditEvent entry, EventStamper stamper)
    {
        var parameters = WithoutSubject(entry, DataOf(entry), stamper, StampCompletion.None);
        parameters.Add("EventSubject", entry.SubjectUserId, System.Data.DbType.Int64);
        parameters.Add("EventToken", entry.TokenId, System.Data.DbType.Int64);
        return parameters;
    }

    /// <summary>The same for an event whose first properties, subject and token the statement takes from the row.</summary>
    /// <remarks>
    /// It puts <c>{"id":…,</c> before the data, so that the row, its id and its event are one round trip.
    /// </remarks>
    /// <param name="completion">Whether the statement records one event or several.</param>
    public static DynamicParameters ParametersWithoutRow(
        AuditEvent entry, EventStamper stamper, StampCompletion completion = StampCompletion.Data) =>
        WithoutSubject(entry, DataOf(entry)![1..], stamper, completion);

    /// <summary>The data of an event as it is stored.</summary>
    public static string? ToJson(object? data) => data is null ? null : JsonSerializer.Serialize(data, data.GetType(), Json);

    // From where it was done is a property of the data, unless the data says it itself. A quote within a text is escaped, so
    // that only a property is written like this one.
    private static string? DataOf(AuditEvent entry)
    {
        var data = ToJson(entry.Data);
        if (entry.Address is null || data?.Contains(AddressProperty, StringComparison.Ordinal) is true)
        {
            return data;
        }

        var address = JsonSerializer.Serialize(entry.Address, Json);
        return data is null or "{}"
            ? $"{{{AddressProperty}{address}}}"
            : string.Concat(data.AsSpan(0, data.Length - 1), ",", AddressProperty, $"{address}}}");
    }

    private static DynamicParameters WithoutSubject(
        AuditEvent entry, string? data, EventStamper stamper, StampCompletion completion)
    {
        var preData = ToJson(entry.PreData);
        var parameters = new DynamicParameters();
        parameters.Add("EventType", Sql.Text(entry.Type, ColumnSizes.EventType));
        parameters.Add("EventBy", Sql.Text(entry.CreatedBy, AccountName.MaxLength));
        parameters.Add("EventByUserId", entry.CreatedByUserId, System.Data.DbType.Int64);
        parameters.Add("EventAt", entry.CreatedAt);
        parameters.Add("EventData", Sql.LongText(data));
        parameters.Add("EventPreData", Sql.LongText(preData));
        parameters.Add("EventStamp", Sql.VariableBytes(stamper.Stamp(entry, data, preData, completion), EventStamper.StampLength));
        return parameters;
    }
}

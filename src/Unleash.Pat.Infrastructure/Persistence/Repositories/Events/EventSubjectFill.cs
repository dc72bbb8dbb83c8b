using Dapper;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Events;

/// <summary>The statements that fill in what events of earlier versions were done to, from their data.</summary>
internal static class EventSubjectFill
{
    /// <summary>The longest name of a row of <c>backfills</c>.</summary>
    public const int MaxNameLength = 64;

    public const string SelectPosition = "SELECT up_to FROM backfills WHERE name = @Fill";

    private const string Name = "event-subjects";

    private static readonly string[] OfTokens =
    [
        EventType.PatCreated, EventType.PatDeleted, EventType.PatRevoked, EventType.PatUpdated, EventType.PatRotated,
        EventType.PatSupersededSecretUsed,
    ];

    private static readonly string[] OfAccounts =
    [
        EventType.UserCreated, EventType.UserUpdated, EventType.UserDeleted, EventType.UserPasswordChanged, EventType.SessionsEnded,
        EventType.ServiceAccountCreated, EventType.ServiceAccountUpdated, EventType.ServiceAccountDeleted,
    ];

    /// <summary>Fills in those with ids up to <c>@UpTo</c>, and keeps how far it has come.</summary>
    public static string Of(ISqlDialect dialect) => $"""
        UPDATE events
        SET token_id = {dialect.JsonNumber("data", "id")}, subject_user_id = NULLIF({dialect.JsonNumber("data", "ownerId")}, created_by_user_id)
        WHERE id > @After AND id <= @UpTo AND type IN ({Names("Token", OfTokens)});

        UPDATE events
        SET subject_user_id = NULLIF(COALESCE({dialect.JsonNumber("data", "id")}, {dialect.JsonNumber("data", "userId")}, {dialect.JsonNumber("pre_data", "id")}), created_by_user_id)
        WHERE id > @After AND id <= @UpTo AND type IN ({Names("Account", OfAccounts)});

        UPDATE backfills SET up_to = COALESCE((SELECT MAX(older.id) FROM events AS older WHERE older.id <= @After), 0)
        WHERE name = @Fill AND up_to = @UpTo;
        """;

    /// <summary>The parameters of <see cref="SelectPosition"/>.</summary>
    public static DynamicParameters Parameters()
    {
        var parameters = new DynamicParameters();
        parameters.Add("Fill", Sql.Text(Name, MaxNameLength));
        return parameters;
    }

    /// <summary>The parameters of <see cref="Of"/>.</summary>
    public static DynamicParameters Parameters(long upTo, int count)
    {
        var parameters = Parameters();
        parameters.Add("UpTo", upTo, System.Data.DbType.Int64);
        parameters.Add("After", Math.Max(0, upTo - count), System.Data.DbType.Int64);
        foreach (var (name, type) in Named("Token", OfTokens).Concat(Named("Account", OfAccounts)))
        {
            parameters.Add(name, Sql.Text(type, ColumnSizes.EventType));
        }

        return parameters;
    }

    private static string Names(string prefix, string[] types) =>
        string.Join(", ", Named(prefix, types).Select(named => $"@{named.Name}"));

    private static IEnumerable<(string Name, string Type)> Named(string prefix, string[] types) =>
        types.Select((type, at) => ($"{prefix}_{at.ToString(System.Globalization.CultureInfo.InvariantCulture)}", type));
}

using System.Data;
using System.Security.Cryptography;
using Dapper;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Notifications;

internal sealed class NotificationSource(Database database) : INotificationSource
{
    private const string SelectPosition = $"""
        SELECT position_at AS {nameof(PositionRow.At)}, position_id AS {nameof(PositionRow.Id)}
        FROM notification_positions WHERE source = @Source
        """;

    private const string InsertPosition = """
        INSERT INTO notification_positions (source, position_at, position_id)
        SELECT @Source, @ToAt, @ToId WHERE NOT EXISTS (SELECT 1 FROM notification_positions WHERE source = @Source);
        """;

    private const string Advance = """
        UPDATE notification_positions SET position_at = @ToAt, position_id = @ToId
        WHERE source = @Source AND position_at = @FromAt AND position_id = @FromId
        """;

    private const string Insert = """
        INSERT INTO notifications (notification_key, channel, recipient, message_id, body, created_at, attempts, next_attempt_at, sent)
        SELECT @Key, @Channel, @Recipient, @MessageId, @Body, @CreatedAt, 0, @CreatedAt, 0
        WHERE NOT EXISTS (
            SELECT 1 FROM notifications WHERE notification_key = @Key AND channel = @Channel AND recipient = @Recipient)
        """;

    // The index of expiries has the ids too. With the first condition it is read from the position on.
    private const string SelectExpiring = $"""
        SELECT token.id AS {nameof(NoticeRow.TokenId)}, token.description AS {nameof(NoticeRow.Description)},
            COALESCE(token.rotated_at, token.created_at) AS {nameof(NoticeRow.IssuedAt)},
            token.expires_at AS {nameof(NoticeRow.ExpiresAt)}, token.user_id AS {nameof(NoticeRow.OwnerId)},
            {NoticeRow.Owner}
        FROM personal_access_tokens AS token JOIN users AS account ON account.id = token.user_id
        WHERE token.expires_at >= @AfterAt AND (token.expires_at > @AfterAt OR token.id > @AfterId) AND token.expires_at <= @UpTo
        ORDER BY token.expires_at, token.id
        """;

    // What an account does to its own tokens by itself is not told.
    private const string SelectEvents = $"""
        SELECT entry.id AS {nameof(NoticeRow.EventId)}, entry.type AS {nameof(NoticeRow.Type)},
            entry.created_by AS {nameof(NoticeRow.CreatedBy)}, entry.created_at AS {nameof(NoticeRow.CreatedAt)},
            entry.token_id AS {nameof(NoticeRow.TokenId)}, entry.data AS {nameof(NoticeRow.Data)},
            COALESCE(entry.subject_user_id, entry.created_by_user_id) AS {nameof(NoticeRow.OwnerId)},
            {NoticeRow.Owner}
        FROM events AS entry LEFT JOIN users AS account ON account.id = COALESCE(entry.subject_user_id, entry.created_by_user_id)
        WHERE entry.id > @AfterId AND entry.id <= @UpToId AND entry.token_id IS NOT NULL
            AND ((entry.type = @Deleted AND entry.subject_user_id IS NOT NULL) OR entry.type = @Revoked OR entry.type = @Used)
        ORDER BY entry.id
        """;

    public async Task<NotificationPosition?> FindPositionAsync(string source, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<PositionRow>(
                new CommandDefinition(SelectPosition, OfSource(source), cancellationToken: cancellationToken)),
            cancellationToken);
        return row is null ? null : new(row.At, row.Id);
    }

    public async Task BeginAsync(string source, NotificationPosition position, CancellationToken cancellationToken)
    {
        var parameters = OfSource(source);
        parameters.Add("ToAt", position.At);
        parameters.Add("ToId", position.Id, DbType.Int64);
        try
        {
            await database.WriteAsync(
                transaction => transaction.ExecuteAsync(InsertPosition, parameters, cancellationToken), cancellationToken);
        }
        catch (DuplicateKeyException)
        {
            // Another node has begun at the same time.
        }
    }

    public async Task<IReadOnlyList<ExpiringToken>> GetExpiringAsync(
        NotificationPosition after, DateTimeOffset upTo, int limit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("AfterAt", after.At);
        parameters.Add("AfterId", after.Id, DbType.Int64);
        parameters.Add("UpTo", upTo);
        return [.. (await ReadAsync(SelectExpiring, parameters, limit, cancellationToken)).Select(row => row.ToToken())];
    }

    public async Task<IReadOnlyList<TokenEvent>> GetEventsAsync(long after, long upTo, int limit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("AfterId", after, DbType.Int64);
        parameters.Add("UpToId", upTo, DbType.Int64);
        parameters.Add("Deleted", Sql.Text(EventType.PatDeleted, ColumnSizes.EventType));
        parameters.Add("Revoked", Sql.Text(EventType.PatRevoked, ColumnSizes.EventType));
        parameters.Add("Used", Sql.Text(EventType.PatSupersededSecretUsed, ColumnSizes.EventType));
        return [.. (await ReadAsync(SelectEvents, parameters, limit, cancellationToken)).Select(row => row.ToEvent())];
    }

    public async Task<bool> AddAsync(
        NotificationStep advance, IReadOnlyList<NewNotification> notifications, DateTimeOffset now, CancellationToken cancellationToken)
    {
        return await database.WriteAsync(
            async transaction =>
            {
                // First, because it locks the row: of two nodes that have read the same, the second stores nothing.
                if (await transaction.ExecuteAsync(Advance, OfStep(advance), cancellationToken) == 0)
                {
                    return false;
                }

                foreach (var (notification, target) in notifications.SelectMany(notification => notification.Targets, (notification, target) => (notification, target)))
                {
                    await transaction.ExecuteAsync(Insert, OfNotification(notification, target, now), cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    private Task<IEnumerable<NoticeRow>> ReadAsync(
        string query, DynamicParameters parameters, int limit, CancellationToken cancellationToken)
    {
        parameters.Add("Limit", limit, DbType.Int32);
        return database.ReadAsync(
            connection => connection.QueryAsync<NoticeRow>(
                new CommandDefinition(database.Dialect.First(query, "@Limit"), parameters, cancellationToken: cancellationToken)),
            cancellationToken);
    }

    private static DynamicParameters OfSource(string source)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Source", Sql.Text(source, INotificationSource.MaxSourceLength));
        return parameters;
    }

    private static DynamicParameters OfStep(NotificationStep step)
    {
        var parameters = OfSource(step.Source);
        parameters.Add("FromAt", step.From.At);
        parameters.Add("FromId", step.From.Id, DbType.Int64);
        parameters.Add("ToAt", step.To.At);
        parameters.Add("ToId", step.To.Id, DbType.Int64);
        return parameters;
    }

    private static DynamicParameters OfNotification(NewNotification notification, NotificationTarget target, DateTimeOffset now)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Key", Sql.Text(notification.Key, NewNotification.MaxKeyLength));
        parameters.Add("Channel", (int)target.Channel, DbType.Int32);
        parameters.Add("Recipient", Sql.Text(target.Recipient, NotificationTarget.MaxRecipientLength));
        parameters.Add("MessageId", Sql.Ascii(
            RandomNumberGenerator.GetHexString(ClaimedNotification.MessageIdLength, lowercase: true), ClaimedNotification.MessageIdLength));
        parameters.Add("Body", Sql.LongText(notification.Content.ToJson()));
        parameters.Add("CreatedAt", now);
        return parameters;
    }

    private sealed class PositionRow
    {
        public DateTimeOffset At { get; init; }

        public long Id { get; init; }
    }
}

using System.Data;
using Dapper;
using Unleash.Pat.Application.Notifications;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Notifications;

internal sealed class NotificationOutbox(Database database) : INotificationOutbox
{
    private const string SelectDue = $"""
        SELECT id AS {nameof(Row.Id)}, message_id AS {nameof(Row.MessageId)}, recipient AS {nameof(Row.Recipient)},
            body AS {nameof(Row.Body)}, created_at AS {nameof(Row.CreatedAt)}, attempts AS {nameof(Row.Attempts)}
        FROM notifications WHERE channel = @Channel AND ended_at IS NULL AND next_attempt_at <= @Now
        ORDER BY next_attempt_at
        """;

    // The number of attempts is the version of the row: who has it still may write.
    private const string Own = "id = @Id AND attempts = @Attempts AND ended_at IS NULL";

    private const string Claim = $"UPDATE notifications SET attempts = attempts + 1, next_attempt_at = @Next WHERE {Own}";

    private const string Postpone = $"UPDATE notifications SET next_attempt_at = @Next WHERE {Own}";

    private const string End = $"UPDATE notifications SET ended_at = @EndedAt, sent = @Sent WHERE {Own}";

    private const string SelectEnded = "SELECT id FROM notifications WHERE ended_at <= @Before ORDER BY ended_at";

    private string CountWaiting => $"SELECT {database.Dialect.CountRows} FROM notifications WHERE channel = @Channel AND ended_at IS NULL";

    public async Task<IReadOnlyList<ClaimedNotification>> ClaimAsync(
        NotificationChannel channel, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        var parameters = OfChannel(channel);
        parameters.Add("Now", now);
        parameters.Add("Limit", limit, DbType.Int32);
        var due = await database.ReadAsync(
            connection => connection.QueryAsync<Row>(
                new CommandDefinition(database.Dialect.First(SelectDue, "@Limit"), parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return due.ToList() is { Count: > 0 } rows ? await ClaimAsync(rows, until, cancellationToken) : [];
    }

    public Task EndAsync(ClaimedNotification notification, bool isSent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = Of(notification.Id, notification.Attempts);
        parameters.Add("EndedAt", now);
        parameters.Add("Sent", isSent ? 1 : 0, DbType.Int32);
        return ExecuteAsync(End, parameters, cancellationToken);
    }

    public Task PostponeAsync(ClaimedNotification notification, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var parameters = Of(notification.Id, notification.Attempts);
        parameters.Add("Next", dueAt);
        return ExecuteAsync(Postpone, parameters, cancellationToken);
    }

    public Task<long> CountWaitingAsync(NotificationChannel channel, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleAsync<long>(
            new CommandDefinition(CountWaiting, OfChannel(channel), cancellationToken: cancellationToken)),
        cancellationToken);

    public Task<int> DeleteEndedAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Before", before);
        parameters.AddPage(limit, offset: 0);
        return ExecuteAsync($"DELETE FROM notifications WHERE id IN ({database.Dialect.Page(SelectEnded)})", parameters, cancellationToken);
    }

    // What is due is read outside the transaction, which then looks whether another node was first.
    private Task<IReadOnlyList<ClaimedNotification>> ClaimAsync(
        List<Row> rows, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<ClaimedNotification>>(
            async transaction =>
            {
                var claimed = new List<ClaimedNotification>();
                foreach (var row in rows)
                {
                    var parameters = Of(row.Id, row.Attempts);
                    parameters.Add("Next", until);
                    if (await transaction.ExecuteAsync(Claim, parameters, cancellationToken) > 0)
                    {
                        claimed.Add(row.ToClaimed());
                    }
                }

                return claimed;
            },
            cancellationToken);

    private Task<int> ExecuteAsync(string statement, DynamicParameters parameters, CancellationToken cancellationToken) =>
        database.WriteAsync(transaction => transaction.ExecuteAsync(statement, parameters, cancellationToken), cancellationToken);

    private static DynamicParameters OfChannel(NotificationChannel channel)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Channel", (int)channel, DbType.Int32);
        return parameters;
    }

    private static DynamicParameters Of(long id, int attempts)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Id", id, DbType.Int64);
        parameters.Add("Attempts", attempts, DbType.Int32);
        return parameters;
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string MessageId { get; init; } = "";

        public string Recipient { get; init; } = "";

        public string Body { get; init; } = "";

        public DateTimeOffset CreatedAt { get; init; }

        public int Attempts { get; init; }

        public ClaimedNotification ToClaimed() => new(Id, MessageId, Recipient, Body, CreatedAt, Attempts + 1);
    }
}

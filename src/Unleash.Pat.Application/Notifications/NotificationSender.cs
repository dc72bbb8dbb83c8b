using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Notifications;

/// <summary>Sends the notifications of one channel, on every node.</summary>
/// <remarks>
/// A node takes a notification before it sends it, so no other sends it too. Where the node dies in between, another takes it
/// later; if the receiver had it already, it gets it twice, with the same id.
/// </remarks>
internal sealed partial class NotificationSender(
    INotificationChannel channel,
    INotificationOutbox outbox,
    CurrentRecipients recipients,
    NotificationMetrics metrics,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<NotificationSender> logger)
    : RecurringWork(lifetime, TimeSpan.FromSeconds(5), time)
{
    // An attempt, and recording what became of it.
    private static readonly TimeSpan ClaimFor = 2 * NotificationAttempt.Timeout;

    private static readonly TimeSpan BetweenCounts = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BetweenRecordings = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = time;
    private long? _counted;

    protected override bool HasLastRound => false;

    protected override async Task RunAsync(bool isLast, CancellationToken cancellationToken)
    {
        await CountAsync(cancellationToken);
        while (await ClaimAsync(cancellationToken) is { Count: > 0 } claimed)
        {
            await Task.WhenAll(claimed.Select(notification => SendAsync(notification, cancellationToken)));
        }

        await channel.RestAsync(cancellationToken);
    }

    protected override void LogFailure(Exception exception) => LogNotSent(channel.Channel, exception);

    private Task<IReadOnlyList<ClaimedNotification>> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(_time);
        return outbox.ClaimAsync(channel.Channel, now, now + ClaimFor, channel.AtATime, cancellationToken);
    }

    private async Task SendAsync(ClaimedNotification notification, CancellationToken cancellationToken)
    {
        if (await recipients.FindAsync(channel.Channel, notification, cancellationToken) is not { } recipient)
        {
            metrics.Dropped(channel.Channel);
            LogDropped(channel.Channel, notification.MessageId);
            await EndAsync(notification, isSent: false, cancellationToken);
            return;
        }

        await RecordAsync(
            notification, await NotificationAttempt.RunAsync(channel, notification with { Recipient = recipient }), cancellationToken);
    }

    private async Task RecordAsync(ClaimedNotification notification, Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Failure is not { } failure)
        {
            metrics.Sent(channel.Channel);
            await EndAsync(notification, isSent: true, cancellationToken);
        }
        else if (!delivery.IsFinal
            && RetryPauses.Next(notification.CreatedAt, notification.Attempts, delivery.RetryAfter, UtcMilliseconds.UtcNow(_time)) is { } next)
        {
            metrics.Postponed(channel.Channel);
            LogPostponed(channel.Channel, notification.MessageId, notification.Attempts, next, failure);
            await UntilRecordedAsync(cancel => outbox.PostponeAsync(notification, next, cancel), cancellationToken);
        }
        else
        {
            metrics.GivenUp(channel.Channel);
            LogGivenUp(channel.Channel, notification.MessageId, notification.Attempts, failure);
            await EndAsync(notification, isSent: false, cancellationToken);
        }
    }

    private Task EndAsync(ClaimedNotification notification, bool isSent, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(_time);
        return UntilRecordedAsync(cancel => outbox.EndAsync(notification, isSent, now, cancel), cancellationToken);
    }

    // While the database is away this node takes nothing else, so it does not send again what it could not record.
    private async Task UntilRecordedAsync(Func<CancellationToken, Task> record, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await record(CancellationToken.None);
                return;
            }
            catch (ServiceUnavailableException exception)
            {
                LogNotSent(channel.Channel, exception);
                await Task.Delay(BetweenRecordings, _time, cancellationToken);
            }
        }
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        if (_counted is { } counted && _time.GetElapsedTime(counted) < BetweenCounts)
        {
            return;
        }

        _counted = _time.GetTimestamp();
        metrics.Wait(channel.Channel, await outbox.CountWaitingAsync(channel.Channel, cancellationToken));
    }

    [LoggerMessage(EventId = 1350, Level = LogLevel.Information, Message = "A notification by {Channel}, {MessageId}, was not sent at attempt {Attempts} and is tried again at {Next:O}: {Failure}.")]
    private partial void LogPostponed(NotificationChannel channel, string messageId, int attempts, DateTimeOffset next, string failure);

    [LoggerMessage(EventId = 1351, Level = LogLevel.Warning, Message = "A notification by {Channel}, {MessageId}, was given up at attempt {Attempts}: {Failure}.")]
    private partial void LogGivenUp(NotificationChannel channel, string messageId, int attempts, string failure);

    [LoggerMessage(EventId = 1352, Level = LogLevel.Warning, Message = "Notifications by {Channel} could not be read or recorded; the next round tries again.")]
    private partial void LogNotSent(NotificationChannel channel, Exception exception);

    [LoggerMessage(EventId = 1353, Level = LogLevel.Information, Message = "A notification by {Channel}, {MessageId}, was dropped: its account was switched off or deleted, or the recipient is no longer one.")]
    private partial void LogDropped(NotificationChannel channel, string messageId);
}

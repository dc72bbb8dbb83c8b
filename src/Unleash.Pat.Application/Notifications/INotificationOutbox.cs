namespace Unleash.Pat.Application.Notifications;

/// <summary>Keeps the notifications that are to be sent.</summary>
public interface INotificationOutbox
{
    /// <summary>Takes notifications that are due. No other node takes them before <paramref name="until"/>.</summary>
    Task<IReadOnlyList<ClaimedNotification>> ClaimAsync(
        NotificationChannel channel, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken);

    /// <summary>Records that a notification was sent or given up.</summary>
    Task EndAsync(ClaimedNotification notification, bool isSent, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Has a notification taken again later.</summary>
    Task PostponeAsync(ClaimedNotification notification, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>How many notifications of a channel are neither sent nor given up.</summary>
    Task<long> CountWaitingAsync(NotificationChannel channel, CancellationToken cancellationToken);

    /// <summary>Deletes notifications that were sent or given up before an instant.</summary>
    /// <param name="limit">The most that are deleted at once.</param>
    /// <returns>How many were deleted.</returns>
    Task<int> DeleteEndedAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);
}

/// <summary>A notification that this node sends.</summary>
/// <param name="Id">Its row.</param>
/// <param name="MessageId">The same at each attempt, so that a receiver can tell that it has it already.</param>
/// <param name="Recipient">An e-mail address; empty for a webhook.</param>
/// <param name="Body">What it tells, as <see cref="Notification.ToJson"/> wrote it.</param>
/// <param name="CreatedAt">When it was stored.</param>
/// <param name="Attempts">How many attempts there are, with this one.</param>
public sealed record ClaimedNotification(
    long Id, string MessageId, string Recipient, string Body, DateTimeOffset CreatedAt, int Attempts)
{
    /// <summary>The length of <see cref="MessageId"/>.</summary>
    public const int MessageIdLength = 32;
}

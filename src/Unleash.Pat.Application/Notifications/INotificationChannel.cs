namespace Unleash.Pat.Application.Notifications;

/// <summary>Sends notifications.</summary>
public interface INotificationChannel
{
    /// <summary>Which it is.</summary>
    NotificationChannel Channel { get; }

    /// <summary>The server that it sends to, to name it to people: without secrets, which are in many a webhook's path.</summary>
    string Server { get; }

    /// <summary>How many it sends at the same time.</summary>
    int AtATime { get; }

    /// <summary>Sends a notification.</summary>
    /// <returns>What became of it; a failure is no exception.</returns>
    Task<Delivery> SendAsync(ClaimedNotification notification, CancellationToken cancellationToken);

    /// <summary>Closes what it keeps open between notifications; for now there are no more.</summary>
    Task RestAsync(CancellationToken cancellationToken);
}

/// <summary>What became of an attempt to send a notification.</summary>
/// <param name="Failure">Why it was not sent, for the log; <see langword="null"/> where it was.</param>
/// <param name="IsFinal">Whether no further attempt would succeed.</param>
/// <param name="RetryAfter">How long the receiver asks to wait before the next one.</param>
public sealed record Delivery(string? Failure, bool IsFinal = false, TimeSpan? RetryAfter = null)
{
    /// <summary>It was sent.</summary>
    public static Delivery Sent { get; } = new(Failure: null);
}

namespace Unleash.Pat.Application.Notifications;

/// <summary>An attempt to send a notification. It ends in time, and a failure is no exception.</summary>
internal static class NotificationAttempt
{
    /// <summary>The longest that an attempt takes.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    // A service that stops finishes the attempt, because the receiver may have it already: so nothing cancels it but its time.
    public static async Task<Delivery> RunAsync(INotificationChannel channel, ClaimedNotification notification)
    {
        // By the machine's clock, as it bounds the wait for a socket.
        using var limit = new CancellationTokenSource(Timeout);
        try
        {
            return await channel.SendAsync(notification, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return new("it took too long");
        }
#pragma warning disable CA1031 // Whatever goes wrong is a failed attempt, which must not keep the others waiting.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Threat: what a mail server says can have the owner's address in it, which the log must not have.
            return new(exception.GetType().Name);
        }
    }
}

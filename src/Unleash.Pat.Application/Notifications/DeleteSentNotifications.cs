using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Notifications;

/// <summary>Deletes notifications some days after they were sent or given up.</summary>
internal sealed class DeleteSentNotifications(INotificationOutbox outbox, TimeProvider time) : IChore
{
    // What is told once a day is found by its row.
    private static readonly TimeSpan KeepFor = TimeSpan.FromDays(7);

    public string Name => "deleted old notifications";

    public int BatchSize => 500;

    public Task<int> RunBatchAsync(CancellationToken cancellationToken) =>
        outbox.DeleteEndedAsync(UtcMilliseconds.UtcNow(time) - KeepFor, BatchSize, cancellationToken);
}

using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Notifications;

/// <summary>Follows the event log, and stores a notification for what the owner of a token is to be told.</summary>
internal sealed class EventNotices(
    INotificationSource source, IEventRepository events, SettledEvents settled, NotificationOptions notifications, TimeProvider time) : IChore
{
    private const string Source = "events";

    // Most events are of other kinds. A read must not take long, however many there are.
    private const int MostIds = 50_000;

    public string Name => "noticed revoked tokens and uses of superseded secrets";

    public int BatchSize => 100;

    public async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        if (await source.FindPositionAsync(Source, cancellationToken) is not { } from)
        {
            await source.BeginAsync(Source, new(now, await events.GetNewestIdAsync(cancellationToken)), cancellationToken);
            return 0;
        }

        var upTo = Math.Min(await settled.GetUpToAsync(cancellationToken), from.Id + MostIds);
        if (upTo <= from.Id)
        {
            return 0;
        }

        var read = await source.GetEventsAsync(from.Id, upTo, BatchSize, cancellationToken);
        var to = new NotificationPosition(now, read.Count == BatchSize ? read[^1].Id : upTo);
        return await source.AddAsync(new(Source, from, to), [.. read.SelectMany(entry => NoticeOf(entry, now))], now, cancellationToken)
            ? read.Count
            : 0;
    }

    private IEnumerable<NewNotification> NoticeOf(TokenEvent entry, DateTimeOffset now) =>
        now - entry.CreatedAt <= ExpiryNotices.StaysNews && EventNotice.Of(entry) is { } notice
            ? [notice with { Targets = notifications.TargetsFor(entry.Owner) }]
            : [];
}

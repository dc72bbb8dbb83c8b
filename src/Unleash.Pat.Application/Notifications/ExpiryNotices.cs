using System.Globalization;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Notifications;

/// <summary>Stores a notification for each token that has so many days left as <c>Pats:ExpiryNotificationDays</c> says, or none.</summary>
/// <remarks>
/// Each number of days has a position in the order of expiries, which moves with the time. So a token is told of when it
/// passes the number, once, and nothing is told of one that was created, rotated or shortened behind the position.
/// </remarks>
internal sealed class ExpiryNotices(
    INotificationSource source, NotificationOptions notifications, IOptions<PatOptions> options, TimeProvider time) : IChore
{
    /// <summary>What happened longer ago, while no node ran or notifications were off, is not told any more.</summary>
    internal static readonly TimeSpan StaysNews = TimeSpan.FromDays(1);

    private readonly IReadOnlyList<int> _days = [.. options.Value.NotificationDays.Append(0).Distinct().OrderDescending()];

    public string Name => "noticed tokens that expire";

    public int BatchSize => 100;

    public async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var read = 0;
        foreach (var days in _days)
        {
            read += await ReadAsync(days, now, BatchSize - read, cancellationToken);
            if (read == BatchSize)
            {
                break;
            }
        }

        return read;
    }

    private async Task<int> ReadAsync(int days, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"expiry/{days}");
        if (await source.FindPositionAsync(name, cancellationToken) is not { } from)
        {
            // What has expired before notifications are switched on is not told.
            await source.BeginAsync(name, new(now, long.MaxValue), cancellationToken);
            return 0;
        }

        var upTo = now.AddDays(days);
        if (from.At > upTo + StaysNews)
        {
            // A node whose clock was wrong has moved it: nothing would be told until then. What is stored is not told twice.
            await source.AddAsync(new(name, from, new(upTo, long.MaxValue)), [], now, cancellationToken);
            return 0;
        }

        if (from.At >= upTo)
        {
            return 0;
        }

        var start = Later(from, days == 0 ? now - StaysNews : now);
        var tokens = await source.GetExpiringAsync(start, upTo, limit, cancellationToken);
        var to = tokens.Count == limit ? new NotificationPosition(tokens[^1].ExpiresAt, tokens[^1].Id) : new(upTo, long.MaxValue);
        return await source.AddAsync(new(name, from, to), [.. tokens.SelectMany(token => NoticeOf(token, days, now))], now, cancellationToken)
            ? tokens.Count
            : 0;
    }

    private static NotificationPosition Later(NotificationPosition position, DateTimeOffset bound) =>
        position.At >= bound ? position : new(bound, long.MaxValue);

    private IEnumerable<NewNotification> NoticeOf(ExpiringToken token, int days, DateTimeOffset now)
    {
        var left = token.ExpiresAt - now;
        var isDueLater = _days.Any(nearer => nearer < days && left <= TimeSpan.FromDays(nearer));
        var isTold = days == 0 || (!isDueLater && token.IssuedAt < token.ExpiresAt.AddDays(-days));
        return isTold
            ? [new NewNotification(KeyOf(token, days), ContentOf(token, left, now)) { Targets = notifications.TargetsFor(token.Owner) }]
            : [];
    }

    private static string KeyOf(ExpiringToken token, int days) => string.Create(
        CultureInfo.InvariantCulture, $"expiry/{token.Id}/{token.ExpiresAt.ToUnixTimeMilliseconds()}/{days}");

    private static Notification ContentOf(ExpiringToken token, TimeSpan left, DateTimeOffset now)
    {
        var data = new NotificationData(new(token.Id, token.Description, token.ExpiresAt), token.Owner);
        return left > TimeSpan.Zero
            ? new(NotificationType.ExpiresSoon, now, data with { DaysLeft = (int)Math.Ceiling(left.TotalDays) })
            : new(NotificationType.Expired, token.ExpiresAt, data);
    }
}

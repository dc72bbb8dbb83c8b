using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Unleash.Pat.Application.Telemetry;

namespace Unleash.Pat.Application.Notifications;

/// <summary>Counts notifications by channel and by what became of them.</summary>
internal sealed class NotificationMetrics
{
    private readonly Counter<long> _attempts;
    private readonly ConcurrentDictionary<NotificationChannel, long> _waiting = new();

    public NotificationMetrics(IMeterFactory meters)
    {
        var meter = ServiceTelemetry.CreateMeter(meters);
        _attempts = meter.CreateCounter<long>(
            "unleash_pat.notifications", "{notification}", "Attempts to send a notification, by channel and outcome.");
        meter.CreateObservableGauge(
            "unleash_pat.notifications.waiting", Waiting, "{notification}", "Notifications that are neither sent nor given up, by channel.");
    }

    public void Sent(NotificationChannel channel) => Count(channel, "sent");

    public void Postponed(NotificationChannel channel) => Count(channel, "postponed");

    public void Dropped(NotificationChannel channel) => Count(channel, "dropped");

    public void GivenUp(NotificationChannel channel) => Count(channel, "given_up");

    /// <summary>How many of a channel wait now.</summary>
    public void Wait(NotificationChannel channel, long count) => _waiting[channel] = count;

    private void Count(NotificationChannel channel, string outcome) =>
        _attempts.Add(1, TagOf(channel), new(ServiceTelemetry.Outcome, outcome));

    private IEnumerable<Measurement<long>> Waiting() => _waiting.Select(pair => new Measurement<long>(pair.Value, TagOf(pair.Key)));

    private static KeyValuePair<string, object?> TagOf(NotificationChannel channel) =>
        new("channel", JsonNamingPolicy.SnakeCaseLower.ConvertName(channel.ToString()));
}

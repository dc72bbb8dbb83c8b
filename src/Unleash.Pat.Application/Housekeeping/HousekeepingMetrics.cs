using System.Diagnostics.Metrics;
using System.Text.Json;
using Unleash.Pat.Application.Telemetry;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>Counts what housekeeping does.</summary>
internal sealed class HousekeepingMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _rows = ServiceTelemetry.CreateMeter(meters).CreateCounter<long>(
        "unleash_pat.housekeeping.rows", "{row}", "Rows that housekeeping revoked, deleted, completed, sealed or indexed, by chore.");

    private readonly Counter<long> _failures = ServiceTelemetry.CreateMeter(meters).CreateCounter<long>(
        "unleash_pat.housekeeping.failures", "{failure}", "Rounds of housekeeping that failed, by chore.");

    public void Done(IChore chore, long rows) => _rows.Add(rows, TagOf(chore));

    public void Failed(IChore chore) => _failures.Add(1, TagOf(chore));

    /// <summary>A chore as the metrics and the log name it, such as <c>count_tokens</c>.</summary>
    public static string KeyOf(IChore chore) => JsonNamingPolicy.SnakeCaseLower.ConvertName(chore.GetType().Name);

    private static KeyValuePair<string, object?> TagOf(IChore chore) => new("chore", KeyOf(chore));
}

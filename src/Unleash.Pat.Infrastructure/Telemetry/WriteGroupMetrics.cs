using System.Diagnostics.Metrics;
using Unleash.Pat.Application.Telemetry;

namespace Unleash.Pat.Infrastructure.Telemetry;

/// <summary>Measures the groups of writes that are committed together (docs/decisions/0035-writers-are-committed-together.md).</summary>
internal sealed class WriteGroupMetrics(IMeterFactory meters)
{
    private readonly Histogram<int> _size = ServiceTelemetry.CreateMeter(meters).CreateHistogram(
        "unleash_pat.write_group.size",
        "{write}",
        "Writes that SQLite commits together, by outcome of the group.",
        tags: null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100] });

    private readonly Histogram<double> _duration = ServiceTelemetry.CreateMeter(meters).CreateHistogram(
        "unleash_pat.write_group.duration",
        "s",
        "The time from the first statement of a group of writes to its commit on the disk.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5] });

    public void Record(int writes, bool isCommitted, TimeSpan duration)
    {
        if (_size.Enabled)
        {
            var outcome = new KeyValuePair<string, object?>(ServiceTelemetry.Outcome, isCommitted ? "committed" : "failed");
            _size.Record(writes, outcome);
            _duration.Record(duration.TotalSeconds, outcome);
        }
    }
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Unleash.Pat.Application.Telemetry;

/// <summary>What the service reports of itself (docs/operations.md, "Metrics" and "Traces").</summary>
/// <remarks>
/// Threat: telemetry leaves the service. No tag has a token, an account, an address or a name; each has a few values that are
/// known beforehand.
/// </remarks>
public static class ServiceTelemetry
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "Unleash.Pat";

    /// <summary>The tag for how something ended.</summary>
    public const string Outcome = "outcome";

    /// <summary>Where spans come from. Without a listener it makes none.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>The service's meter. Each service in a process has its own.</summary>
    public static Meter CreateMeter(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        return meters.Create(Name);
    }
}

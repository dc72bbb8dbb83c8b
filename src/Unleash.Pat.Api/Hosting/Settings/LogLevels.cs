using System.Text.RegularExpressions;

namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>Checks <c>Logging:LogLevel:…</c>; the framework throws for an unknown level when it creates its first logger.</summary>
internal static partial class LogLevels
{
    /// <returns>A sentence for each unknown level.</returns>
    public static IEnumerable<string> Faults(IConfiguration configuration) =>
        from setting in configuration.AsEnumerable()
        where Key().IsMatch(setting.Key) && !string.IsNullOrEmpty(setting.Value) && !Enum.TryParse<LogLevel>(setting.Value, ignoreCase: true, out _)
        select $"{setting.Key} must be {string.Join(", ", Enum.GetNames<LogLevel>()[..^1])} or {LogLevel.None}.";

    [GeneratedRegex("^Logging:([^:]+:)?LogLevel:[^:]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}

using System.Text.RegularExpressions;

namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>The levels of <c>Logging:LogLevel:…</c>, of which the framework throws as it makes its first logger.</summary>
internal static partial class LogLevels
{
    /// <summary>A sentence for each level that is none.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration) =>
        from setting in configuration.AsEnumerable()
        where Key().IsMatch(setting.Key) && !string.IsNullOrEmpty(setting.Value) && !Enum.TryParse<LogLevel>(setting.Value, ignoreCase: true, out _)
        select $"{setting.Key} must be {string.Join(", ", Enum.GetNames<LogLevel>()[..^1])} or {LogLevel.None}.";

    [GeneratedRegex("^Logging:([^:]+:)?LogLevel:[^:]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}

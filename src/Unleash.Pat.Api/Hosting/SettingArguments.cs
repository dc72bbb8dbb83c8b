using System.Text.RegularExpressions;
using Unleash.Pat.Api.Hosting.Settings;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Separates settings on the command line (<c>--Section:Key=value</c>) from commands and options.</summary>
/// <remarks>Any configuration key can be a setting, so the parser cannot have a list of them.</remarks>
internal static partial class SettingArguments
{
    // Settings and sections of the framework, which tools that run the program use.
    private static readonly HashSet<string> OfTheFramework =
        new(["AllowedHosts", "ConnectionStrings", "Kestrel", "Logging"], StringComparer.OrdinalIgnoreCase);

    // Its standard variables.
    private const string OfOpenTelemetry = "OTEL_";

    /// <param name="arguments">All arguments.</param>
    /// <param name="options">The names of options: the host ignores case, the parser does not.</param>
    /// <exception cref="StartupException">A setting has no value.</exception>
    /// <returns>Settings as the host reads them, and the rest.</returns>
    public static (List<string> Settings, List<string> Others) Split(string[] arguments, IReadOnlyCollection<string> options)
    {
        var (settings, others) = (new List<string>(), new List<string>());
        for (var index = 0; index < arguments.Length; index++)
        {
            var argument = arguments[index];
            var match = Form().Match(argument);
            if (!match.Success || !IsKey(match.Groups["key"].Value))
            {
                others.Add(WithParserCase(argument, options));
                continue;
            }

            settings.Add(argument);
            if (match.Groups["value"].Success)
            {
                continue;
            }

            if (index + 1 == arguments.Length || arguments[index + 1].StartsWith("--", StringComparison.Ordinal))
            {
                throw new StartupException($"{argument} needs a value: {argument}=…");
            }

            settings.Add(arguments[++index]);
        }

        return (settings, others);
    }

    private static bool IsKey(string key) =>
        key.Contains(':', StringComparison.Ordinal)
        || OfTheFramework.Contains(key)
        || key.StartsWith(OfOpenTelemetry, StringComparison.OrdinalIgnoreCase)
        || SettingCatalogue.All.Any(setting => setting.Has(key) || setting.IsBelow(key));

    private static string WithParserCase(string argument, IEnumerable<string> options)
    {
        var length = argument.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? at : argument.Length;
        var option = options.FirstOrDefault(option => option.AsSpan().Equals(argument.AsSpan(0, length), StringComparison.OrdinalIgnoreCase));
        return option is null ? argument : $"{option}{argument[length..]}";
    }

    [GeneratedRegex(@"^--(?<key>[^\s=:]+(:[^\s=:]+)*)(?<value>=.*)?\z", RegexOptions.Singleline)]
    private static partial Regex Form();
}

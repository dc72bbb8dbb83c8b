using System.Text.RegularExpressions;
using Unleash.Pat.Api.Startup.Settings;

namespace Unleash.Pat.Api.Startup;

/// <summary>Tells settings on the command line (<c>--Section:Key=value</c>) from verbs and options.</summary>
/// <remarks>Any key of the configuration may stand there, so no parser knows their names beforehand.</remarks>
internal static partial class SettingArguments
{
    // The framework's own setting that has no section.
    private const string AllowedHosts = "AllowedHosts";

    /// <summary>Parts the arguments.</summary>
    /// <param name="arguments">All of them.</param>
    /// <param name="options">The names of options, which the host takes in any case and the parser only in this one.</param>
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
                others.Add(InParsersCase(argument, options));
                continue;
            }

            settings.Add(argument);
            if (!match.Groups["value"].Success && index + 1 < arguments.Length)
            {
                settings.Add(arguments[++index]);
            }
        }

        return (settings, others);
    }

    private static bool IsKey(string key) =>
        key.Contains(':', StringComparison.Ordinal)
        || key.Equals(AllowedHosts, StringComparison.OrdinalIgnoreCase)
        || SettingCatalogue.All.Any(setting => setting.Has(key));

    private static string InParsersCase(string argument, IEnumerable<string> options)
    {
        var length = argument.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? at : argument.Length;
        var option = options.FirstOrDefault(option => option.AsSpan().Equals(argument.AsSpan(0, length), StringComparison.OrdinalIgnoreCase));
        return option is null ? argument : $"{option}{argument[length..]}";
    }

    [GeneratedRegex(@"^--(?<key>[^\s=:]+(:[^\s=:]+)*)(?<value>=.*)?\z", RegexOptions.Singleline)]
    private static partial Regex Form();
}

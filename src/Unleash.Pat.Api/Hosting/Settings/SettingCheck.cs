using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>Refuses a configuration with a misspelt setting, or with a value that is not of the setting's kind.</summary>
/// <remarks>
/// Threat: a setting that is misspelt is one that is not in force, and nobody notices that the limit of tokens, for
/// example, is another than was meant.
/// </remarks>
internal sealed class SettingCheck(IConfigurationRoot configuration)
{
    // Others may keep connection strings of their own there.
    private const string SharedSection = "ConnectionStrings";

    private static readonly HashSet<string> OwnSections = SettingCatalogue.All
        .Select(setting => SectionOf(setting.Key))
        .Where(section => section != SharedSection)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Throws with a sentence for each fault; none repeats a value, which can be a secret.</summary>
    /// <exception cref="StartupException">A setting is misspelt, or its value is not of its kind.</exception>
    public void Require()
    {
        string[] faults = [.. Misspelt(), .. Unusable(), .. LogLevels.Faults(configuration)];
        if (faults.Length > 0)
        {
            throw new StartupException(string.Join(' ', faults));
        }
    }

    private IEnumerable<string> Unusable() =>
        from setting in SettingCatalogue.All
        from value in setting.ValuesIn(configuration)
        where !setting.Kind.Accepts(value.Value)
        select $"{value.Key} {setting.Kind.Demand}.";

    private IEnumerable<string> Misspelt() =>
        from key in Leaves()
        where !SettingCatalogue.All.Any(setting => setting.Has(key)) && MeansOne(key)
        let near = SettingCatalogue.All.FirstOrDefault(setting => LastPart(setting).Equals(key, StringComparison.OrdinalIgnoreCase))?.Key
            ?? Likeness.Nearest(key, SettingCatalogue.All.Select(setting => setting.Key))
        select near is null
            ? $"{key} is no setting of Unleash.Pat; --help lists the settings."
            : $"{key} is no setting of Unleash.Pat; did you mean {near}?";

    private bool MeansOne(string key)
    {
        if (SettingCatalogue.All.Any(setting => setting.IsBelow(key)))
        {
            // An empty section; or a variable of the machine that is called like one, as DATABASE may be.
            var isList = SettingCatalogue.All.Any(setting => setting.IsList && setting.Stem.Equals(key, StringComparison.OrdinalIgnoreCase));
            return !string.IsNullOrEmpty(configuration[key]) && (isList || !IsOfTheMachine(key));
        }

        return key.Contains(':', StringComparison.Ordinal)
            ? OwnSections.Contains(SectionOf(key)) || IsNearOne(key)
            : !IsOfTheMachine(key) && (IsNearOne(key) || IsLastPartOfOne(key));
    }

    // Whoever writes a key with a section into the environment writes it for a program like this one; other variables
    // belong to the machine.
    private bool IsOfTheMachine(string key) =>
        !key.Contains(':', StringComparison.Ordinal)
        && configuration.Providers.LastOrDefault(provider => provider.TryGet(key, out _)) is EnvironmentVariablesConfigurationProvider;

    // A setting that was written without its section.
    private static bool IsLastPartOfOne(string key) => SettingCatalogue.All.Any(setting => LastPart(setting).Equals(key, StringComparison.OrdinalIgnoreCase));

    private static string LastPart(Setting setting) => setting.Stem[(setting.Stem.LastIndexOf(':') + 1)..];

    private static bool IsNearOne(string key) => SettingCatalogue.All.Any(setting => Likeness.IsNear(key, setting.Key));

    private IEnumerable<string> Leaves()
    {
        var keys = configuration.AsEnumerable().Select(pair => pair.Key).ToList();
        var parents = keys
            .Where(key => key.Contains(':', StringComparison.Ordinal))
            .Select(key => key[..key.LastIndexOf(':')])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return keys.Where(key => !parents.Contains(key) || !string.IsNullOrEmpty(configuration[key]));
    }

    private static string SectionOf(string key) => key.Split(':')[0];
}

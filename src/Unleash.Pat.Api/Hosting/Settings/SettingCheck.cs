using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>Refuses a configuration with a misspelled setting, or with a value that is not of the setting's kind.</summary>
/// <remarks>
/// Threat: a misspelled setting is not in force, and it goes unnoticed that, for example, the limit of tokens is not the
/// intended one.
/// </remarks>
internal sealed class SettingCheck(IConfigurationRoot configuration)
{
    // Other programs may keep their connection strings there.
    private const string SharedSection = "ConnectionStrings";

    private static readonly HashSet<string> OwnSections = SettingCatalogue.All
        .Select(setting => SectionOf(setting.Key))
        .Where(section => section != SharedSection)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="StartupException">With a sentence for each fault. Threat: a value can be a secret, so none is repeated.</exception>
    public void Require()
    {
        string[] faults = [.. Misspelled(), .. Unusable(), .. LogLevels.Faults(configuration)];
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

    private IEnumerable<string> Misspelled() =>
        from key in Leaves()
        where !SettingCatalogue.All.Any(setting => setting.Has(key)) && IsMeantAsSetting(key)
        let near = SettingCatalogue.All.FirstOrDefault(setting => LastPart(setting).Equals(key, StringComparison.OrdinalIgnoreCase))?.Key
            ?? NameSuggestions.Nearest(key, SettingCatalogue.All.Select(setting => setting.Key))
        select near is null
            ? $"{key} is no setting of Unleash.Pat; --help lists the settings."
            : $"{key} is no setting of Unleash.Pat; did you mean {near}?";

    private bool IsMeantAsSetting(string key)
    {
        if (SettingCatalogue.All.Any(setting => setting.IsBelow(key)))
        {
            // An empty section; or an environment variable with the name of a section, such as DATABASE.
            var isList = SettingCatalogue.All.Any(setting => setting.Stem != setting.Key && setting.Stem.Equals(key, StringComparison.OrdinalIgnoreCase));
            return !string.IsNullOrEmpty(configuration[key]) && (isList || !IsMachineVariable(key));
        }

        return key.Contains(':', StringComparison.Ordinal)
            ? OwnSections.Contains(SectionOf(key)) || IsLikeSetting(key)
            : !IsMachineVariable(key) && (IsLikeSetting(key) || IsLastPartOfSetting(key));
    }

    // An environment variable with a section in its name is a setting of a program like this one; others belong to the
    // machine.
    private bool IsMachineVariable(string key) =>
        !key.Contains(':', StringComparison.Ordinal)
        && configuration.Providers.LastOrDefault(provider => provider.TryGet(key, out _)) is EnvironmentVariablesConfigurationProvider;

    // A setting without its section.
    private static bool IsLastPartOfSetting(string key) => SettingCatalogue.All.Any(setting => LastPart(setting).Equals(key, StringComparison.OrdinalIgnoreCase));

    private static string LastPart(Setting setting) => setting.Stem[(setting.Stem.LastIndexOf(':') + 1)..];

    private static bool IsLikeSetting(string key) => SettingCatalogue.All.Any(setting => NameSuggestions.IsClose(key, setting.Key));

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

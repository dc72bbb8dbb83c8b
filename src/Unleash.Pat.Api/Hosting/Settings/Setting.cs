namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>One of the service's own settings, for the help, the README and the check of the configuration.</summary>
/// <param name="Key">Its key; that of a list ends with the place of its first value, <c>:0</c>.</param>
/// <param name="Kind">Which values it takes.</param>
/// <param name="Default">What holds where it is unset, in Markdown.</param>
/// <param name="Meaning">What it does, in Markdown.</param>
internal sealed record Setting(string Key, SettingKind Kind, string Default, string Meaning)
{
    private const string FirstPlace = ":0";

    public bool IsList => Key.EndsWith(FirstPlace, StringComparison.Ordinal);

    /// <summary>The key without the place in the list.</summary>
    public string Stem => IsList ? Key[..^FirstPlace.Length] : Key;

    /// <summary>Whether a key of the configuration is this setting's, in any case, at any place of its list.</summary>
    public bool Has(string key) => IsList
        ? key.Length > Stem.Length + 1
            && key[Stem.Length] == ':'
            && key.StartsWith(Stem, StringComparison.OrdinalIgnoreCase)
            && key.AsSpan(Stem.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0
        : key.Equals(Key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a key is a section that this setting is in, or the list that it is.</summary>
    public bool IsBelow(string key) =>
        Key.Length > key.Length && Key[key.Length] == ':' && Key.StartsWith(key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Its configured values with their keys: none, one, or those of the list.</summary>
    public IEnumerable<(string Key, string Value)> ValuesIn(IConfiguration configuration)
    {
        var section = configuration.GetSection(Stem);
        IEnumerable<IConfigurationSection> sections = IsList ? section.GetChildren() : [section];
        return sections.Where(value => value.Value is not null).Select(value => (value.Path, value.Value!));
    }
}

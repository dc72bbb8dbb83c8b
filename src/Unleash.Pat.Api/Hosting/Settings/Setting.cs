namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>A setting of the service, for the help, docs/configuration.md and the check of the configuration.</summary>
/// <param name="Key">The key; that of a list ends with the index of its first value, <c>:0</c>, and
/// that of a setting that has names below it with <c>:&lt;name&gt;</c>.</param>
/// <param name="Kind">The values that it accepts.</param>
/// <param name="Default">The default, in Markdown.</param>
/// <param name="Meaning">What it does, in Markdown. Its links are relative to the repository's root and its README.</param>
internal sealed record Setting(string Key, SettingKind Kind, string Default, string Meaning)
{
    private const string FirstIndex = ":0";
    private const string AnyName = ":<name>";

    public bool IsList => Key.EndsWith(FirstIndex, StringComparison.Ordinal);

    /// <summary>Whether everything below the section is its own, because the keys there are names.</summary>
    public bool HasNames => Key.EndsWith(AnyName, StringComparison.Ordinal);

    /// <summary>The key without the index, or without the name.</summary>
    public string Stem => IsList ? Key[..^FirstIndex.Length] : HasNames ? Key[..^AnyName.Length] : Key;

    /// <summary>Whether a configuration key is this setting, or a value of its list; case is ignored.</summary>
    public bool Has(string key) => IsList || HasNames
        ? key.Length > Stem.Length + 1
            && key[Stem.Length] == ':'
            && key.StartsWith(Stem, StringComparison.OrdinalIgnoreCase)
            && (HasNames || key.AsSpan(Stem.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0)
        : key.Equals(Key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a key is a section that contains this setting, or its list.</summary>
    public bool IsBelow(string key) =>
        Key.Length > key.Length && Key[key.Length] == ':' && Key.StartsWith(key, StringComparison.OrdinalIgnoreCase);

    /// <summary>The configured values with their keys; none of a setting with names, which checks its values itself.</summary>
    public IEnumerable<(string Key, string Value)> ValuesIn(IConfiguration configuration)
    {
        var section = configuration.GetSection(Stem);
        if (HasNames)
        {
            return [];
        }

        IEnumerable<IConfigurationSection> sections = IsList ? section.GetChildren() : [section];
        return sections.Where(value => value.Value is not null).Select(value => (value.Path, value.Value!));
    }
}

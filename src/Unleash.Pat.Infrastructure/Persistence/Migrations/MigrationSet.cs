using System.Text.RegularExpressions;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>The migrations of the configured engine that this version knows.</summary>
internal sealed partial class MigrationSet
{
    public MigrationSet(DatabaseOptions options)
    {
        var assembly = typeof(MigrationSet).Assembly;
        Names = assembly.GetManifestResourceNames()
            .Where(name => DatabaseInitializer.IsOf(options.Provider, name))
            .ToHashSet();
        var scripts = Names.Order(StringComparer.Ordinal).Select(name => Read(assembly.GetManifestResourceStream(name)!)).ToList();
        var tables = Find(CreateTable()).Except(Find(RenameTable()))
            .Order(StringComparer.Ordinal)
            .Select(table => $"SELECT 1 FROM {table} WHERE 1 = 0");
        SelectFromEveryTable = string.Join(" UNION ALL ", tables);

        IEnumerable<string> Find(Regex names) =>
            scripts.SelectMany(script => names.Matches(script)).Select(match => match.Groups[1].Value);
    }

    public IReadOnlySet<string> Names { get; }

    /// <summary>Whether a migration only adds, so that versions that do not know it work as before.</summary>
    public static bool OnlyAdds(string name) => name.EndsWith(".Additive.sql", StringComparison.Ordinal);

    /// <summary>A migration as people call it, such as <c>0001_Initial</c>.</summary>
    public static string ShortName(string name) => ShortName().Match(name) is { Success: true, Value: var found } ? found : name;

    /// <summary>Migrations of a newer version that this one cannot work with.</summary>
    /// <param name="applied">Those that the database has.</param>
    public IEnumerable<string> TooNew(IEnumerable<string> applied) => applied.Where(name => !Names.Contains(name) && !OnlyAdds(name));

    /// <summary>Whether this version can work with a database.</summary>
    /// <param name="applied">The migrations that it has.</param>
    public bool Fits(IReadOnlySet<string> applied) => Names.IsSubsetOf(applied) && !TooNew(applied).Any();

    /// <summary>A query that every engine refuses where a table of the migrations is missing.</summary>
    public string SelectFromEveryTable { get; }

    private static string Read(Stream script)
    {
        using var reader = new StreamReader(script);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\d{4}_\w+")]
    private static partial Regex ShortName();

    [GeneratedRegex(@"^CREATE TABLE (\w+)", RegexOptions.Multiline)]
    private static partial Regex CreateTable();

    // A table is written again under another name, and then takes the place of the first one.
    [GeneratedRegex(@"^ALTER TABLE (\w+) RENAME TO", RegexOptions.Multiline)]
    private static partial Regex RenameTable();
}

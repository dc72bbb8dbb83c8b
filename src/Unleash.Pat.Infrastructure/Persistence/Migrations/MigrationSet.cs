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
        var tables = Names.SelectMany(name => TablesOf(assembly.GetManifestResourceStream(name)!))
            .Order(StringComparer.Ordinal)
            .Select(table => $"SELECT 1 FROM {table} WHERE 1 = 0");
        SelectFromEveryTable = string.Join(" UNION ALL ", tables);
    }

    public IReadOnlySet<string> Names { get; }

    /// <summary>A query that every engine refuses where a table of the migrations is missing.</summary>
    public string SelectFromEveryTable { get; }

    private static List<string> TablesOf(Stream script)
    {
        using var reader = new StreamReader(script);
        return [.. CreateTable().Matches(reader.ReadToEnd()).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@"^CREATE TABLE (\w+)", RegexOptions.Multiline)]
    private static partial Regex CreateTable();
}

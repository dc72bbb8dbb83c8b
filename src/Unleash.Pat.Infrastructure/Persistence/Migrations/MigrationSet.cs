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
        Tables = Names.SelectMany(name => TablesOf(assembly.GetManifestResourceStream(name)!))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlySet<string> Names { get; }

    /// <summary>The tables that they make.</summary>
    public IReadOnlySet<string> Tables { get; }

    private static List<string> TablesOf(Stream script)
    {
        using var reader = new StreamReader(script);
        return [.. CreateTable().Matches(reader.ReadToEnd()).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@"^CREATE TABLE (\w+)", RegexOptions.Multiline)]
    private static partial Regex CreateTable();
}

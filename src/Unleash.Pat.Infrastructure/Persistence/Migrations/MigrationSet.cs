namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>The migrations of the configured engine that this version knows.</summary>
internal sealed class MigrationSet(DatabaseOptions options)
{
    public IReadOnlySet<string> Names { get; } = typeof(MigrationSet).Assembly.GetManifestResourceNames()
        .Where(name => DatabaseInitializer.IsOf(options.Provider, name))
        .ToHashSet();
}

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>The migrations of the configured engine that this version knows.</summary>
internal sealed class MigrationSet(DatabaseProvider provider)
{
    public IReadOnlySet<string> Names { get; } =
        MigrationScripts.Assembly.GetManifestResourceNames().Where(MigrationScripts.Of(provider)).ToHashSet();
}

using System.Reflection;
using DbUp.Engine;
using Unleash.Pat.Application.Common;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>Runs the migrations of one engine, in the order of their names.</summary>
internal static class MigrationScripts
{
    private static readonly string Folder = typeof(MigrationScripts).Namespace!;

    public static Assembly Assembly => typeof(MigrationScripts).Assembly;

    /// <summary>Says which embedded scripts are an engine's.</summary>
    public static Func<string, bool> Of(DatabaseProvider provider) =>
        name => name.StartsWith($"{Folder}.{provider}.", StringComparison.Ordinal);

    /// <summary>Applies what is missing.</summary>
    /// <returns>The names of the scripts that were applied.</returns>
    public static IReadOnlyList<string> Apply(UpgradeEngine engine)
    {
        RefuseNewer(engine);
        var result = engine.PerformUpgrade();
        return result.Successful
            ? [.. result.Scripts.Select(script => script.Name)]
            : throw new StartupException(
                $"The migration {result.ErrorScript?.Name} failed and was undone: {result.Error.Message}", result.Error);
    }

    // Threat: an old version that writes into a newer schema can break rules that it does not know of.
    private static void RefuseNewer(UpgradeEngine engine)
    {
        var unknown = engine.GetExecutedButNotDiscoveredScripts();
        if (unknown.Count > 0)
        {
            throw new StartupException(
                $"The database comes from a newer version of Unleash.Pat (it has {unknown[^1]}, which this version does "
                + "not know). Run that version, or restore a backup from before it.");
        }
    }
}

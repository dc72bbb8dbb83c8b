using System.Data;
using DbUp.Engine;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>Two tables that say which migrations a database has: those that only add are in one of their own.</summary>
/// <remarks>
/// The version before this one looks into the first table alone. It serves beside this version, and can be put back, as long
/// as it finds no migration there that it does not know (docs/decisions/0051-additions-have-a-journal-of-their-own.md).
/// </remarks>
internal sealed class Journals(IJournal versions, IJournal additions) : IJournal
{
    public const string Versions = "SchemaVersions";

    public const string Additions = "SchemaAdditions";

    public string[] GetExecutedScripts() => [.. versions.GetExecutedScripts(), .. additions.GetExecutedScripts()];

    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory)
    {
        ArgumentNullException.ThrowIfNull(script);
        var journal = MigrationSet.OnlyAdds(script.Name) ? additions : versions;
        journal.StoreExecutedScript(script, dbCommandFactory);
    }

    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
        versions.EnsureTableExistsAndIsLatestVersion(dbCommandFactory);
        additions.EnsureTableExistsAndIsLatestVersion(dbCommandFactory);
    }
}

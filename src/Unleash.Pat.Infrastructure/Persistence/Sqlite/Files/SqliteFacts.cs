using Microsoft.Data.Sqlite;
using Unleash.Pat.Infrastructure.Persistence.Migrations;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>What a database says about itself.</summary>
/// <param name="Id">Its id; <see langword="null"/> where it is from before databases had one.</param>
/// <param name="Migrations">The migrations that it has.</param>
internal sealed record SqliteFacts(string? Id, IReadOnlySet<string> Migrations)
{
    private const string SelectId = "SELECT value FROM database_identity WHERE id = 1";

    private static readonly string[] JournalNames = [Journals.Versions, Journals.Additions];

    /// <summary>Reads the facts. A database that does not belong to this service has no migrations.</summary>
    public static SqliteFacts Read(SqliteConnection connection)
    {
        var id = HasAny(connection, CountOf("database_identity")) ? (string?)Scalar(connection, SelectId) : null;
        var migrations = new HashSet<string>(StringComparer.Ordinal);
        foreach (var journal in JournalNames.Where(name => HasAny(connection, CountOf(name))))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT ScriptName FROM {journal}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                migrations.Add(reader.GetString(0));
            }
        }

        return new SqliteFacts(id, migrations);
    }

    /// <summary>Whether a database has tables, but not the one in which every migration is noted: it belongs to another program.</summary>
    public static bool IsOfAnotherProgram(SqliteConnection connection) =>
        HasAny(connection, "SELECT COUNT(*) FROM sqlite_schema") && !HasAny(connection, CountOf(Journals.Versions));

    /// <summary>The first fault of a database's pages.</summary>
    /// <returns><see langword="null"/> where it is whole.</returns>
    public static string? Damage(SqliteConnection connection, bool thorough)
    {
        var said = (string?)Scalar(connection, thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
        return said == "ok" ? null : said;
    }

    public static object? Scalar(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteScalar();
    }

    private static bool HasAny(SqliteConnection connection, string statement) => Scalar(connection, statement) is > 0L;

    private static string CountOf(string table) => $"SELECT COUNT(*) FROM sqlite_schema WHERE name = '{table}'";
}

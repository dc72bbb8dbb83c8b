using Microsoft.Data.Sqlite;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Copies;

/// <summary>Checks a copy before it is relied on.</summary>
internal static class DatabaseCopy
{
    /// <summary>Ensures that a copy is whole, and a single file.</summary>
    /// <param name="original">What was copied, which a message names.</param>
    public static SqliteFacts EnsureWhole(string file, string original)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
            using var connection = new SqliteConnection(builder.ConnectionString);
            connection.Open();
            SqliteFacts.Scalar(connection, "PRAGMA journal_mode = DELETE");
            return SqliteFacts.Damage(connection, thorough: true) is { } damage
                ? throw new StartupException($"{original} is damaged: {damage}")
                : SqliteFacts.Read(connection);
        }
        catch (SqliteException exception)
        {
            throw new StartupException($"{original} is no database that can be read: {exception.Message}", exception);
        }
    }
}

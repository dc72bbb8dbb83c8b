using Microsoft.Data.Sqlite;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.Files;

namespace Unleash.Pat.Infrastructure.Persistence.Copies;

/// <summary>Looks into a copy before anybody relies on it.</summary>
internal static class DatabaseCopy
{
    /// <summary>Makes sure that a copy is whole, and one file.</summary>
    /// <returns>What it says of itself.</returns>
    public static SqliteFacts RequireWhole(string file)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
            using var connection = new SqliteConnection(builder.ConnectionString);
            connection.Open();
            SqliteFacts.Scalar(connection, "PRAGMA journal_mode = DELETE");
            return SqliteFacts.Damage(connection, thorough: true) is { } damage
                ? throw new StartupException($"The copy is damaged: {damage}")
                : SqliteFacts.Read(connection);
        }
        catch (SqliteException exception)
        {
            throw new StartupException($"The copy is no database that can be read: {exception.Message}", exception);
        }
    }
}

using Microsoft.Data.Sqlite;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite;

internal static class SqliteConnectionString
{
    public static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            if (string.IsNullOrEmpty(builder.DataSource)
                || builder.DataSource.StartsWith(":memory:", StringComparison.OrdinalIgnoreCase)
                || builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
                || builder.Mode == SqliteOpenMode.Memory)
            {
                throw new StartupException(
                    "ConnectionStrings:UnleashPat must name a file, for example \"Data Source=data/unleash-pat.db\".");
            }

            builder.ForeignKeys = true;

            // A database that was removed must be an error, not be replaced by an empty one.
            builder.Mode = SqliteOpenMode.ReadWrite;
            return builder;
        }
        catch (ArgumentException exception)
        {
            throw new StartupException(
                $"ConnectionStrings:UnleashPat is no connection string for SQLite: {exception.Message}", exception);
        }
    }
}

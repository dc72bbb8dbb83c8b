using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Infrastructure.Persistence.Dialects;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>Whether readers of a SQL Server's database wait for its writers.</summary>
internal sealed partial class SqlServerReads(SqlServerDialect dialect, ILogger<SqlServerReads> logger)
{
    private const int SettingSeconds = 15;

    private const string ReadsByVersions = """
        SELECT CASE WHEN EXISTS (
            SELECT 1 FROM sys.databases WHERE name = DB_NAME() AND is_read_committed_snapshot_on = 1) THEN 1 ELSE 0 END
        """;

    private const string ReadByVersions = "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON";

    /// <summary>Has readers wait for no writer in a new database.</summary>
    /// <remarks>
    /// It takes the database for itself alone for a moment, which other nodes that start at once may not grant it. Nothing
    /// depends on it but how long readers wait, so that the start goes on.
    /// </remarks>
    public async Task ReadByVersionsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await dialect.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(
                ReadByVersions, commandTimeout: SettingSeconds, cancellationToken: cancellationToken));
        }
        catch (Exception exception) when (exception is SqlException or NoConnectionException)
        {
            LogNotSet(exception);
        }
    }

    /// <summary>Warns where readers wait for writers, whoever made the database.</summary>
    public async Task WarnOfLockingReadsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dialect.OpenAsync(cancellationToken);
        if (!await connection.QuerySingleAsync<bool>(new CommandDefinition(ReadsByVersions, cancellationToken: cancellationToken)))
        {
            LogLockingReads(dialect.Builder.InitialCatalog);
        }
    }

    [LoggerMessage(EventId = 1221, Level = LogLevel.Warning, Message = "READ_COMMITTED_SNAPSHOT could not be switched on for the new database.")]
    private partial void LogNotSet(Exception exception);

    [LoggerMessage(EventId = 1222, Level = LogLevel.Warning, Message = "In the database {Name} readers wait for writers. Run once, while nothing else is connected: ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON")]
    private partial void LogLockingReads(string name);
}

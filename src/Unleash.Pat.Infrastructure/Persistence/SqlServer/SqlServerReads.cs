using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging;

namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>Whether readers of a SQL Server's database wait for its writers.</summary>
internal sealed partial class SqlServerReads(SqlServerDialect dialect, ILogger<SqlServerReads> logger)
{
    private const int SettingSeconds = 15;

    private const string ReadsByVersions = """
        SELECT CASE WHEN EXISTS (
            SELECT 1 FROM sys.databases WHERE name = DB_NAME() AND is_read_committed_snapshot_on = 1) THEN 1 ELSE 0 END
        """;

    private const string ReadByVersions = "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON";

    /// <summary>Lets readers in a new database wait for no writer.</summary>
    /// <remarks>
    /// It needs the database to itself for a moment, which other nodes that start at once can prevent. Only how long
    /// readers wait depends on it, so the start goes on without.
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

    /// <summary>Warns where readers wait for writers, also in a database that the service did not create.</summary>
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

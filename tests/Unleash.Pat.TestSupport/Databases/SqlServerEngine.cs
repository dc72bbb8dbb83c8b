using Microsoft.Data.SqlClient;

namespace Unleash.Pat.TestSupport.Databases;

/// <summary>
/// A database of its own on a SQL Server: the one that <c>UNLEASH_PAT_TEST_SQLSERVER</c> names, else a container where
/// Docker answers, else the test is skipped.
/// </summary>
[NeedsSqlServer]
public sealed class SqlServerEngine : IDatabaseEngine
{
    private static readonly TimeSpan DropTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan DropPause = TimeSpan.FromMilliseconds(100);

    private string? _server;

    public string Name => "SqlServer";

    /// <summary>The database's name.</summary>
    public string Database { get; } = $"unleash_pat_test_{Guid.NewGuid():N}";

    /// <summary>The connection string of the database, once it was asked for.</summary>
    public string ConnectionString { get; private set; } = "";

    public async Task<IReadOnlyDictionary<string, string>> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        _server = await SqlServerInstance.GetAsync(cancellationToken);
        ConnectionString = new SqlConnectionStringBuilder(_server) { InitialCatalog = Database }.ConnectionString;

        // The service creates the database itself, as it does at its first start.
        return new Dictionary<string, string>
        {
            ["Database:Provider"] = Name,
            ["ConnectionStrings:UnleashPat"] = ConnectionString,
        };
    }

    public Task DropAsync() => DropAsync(Database);

    /// <summary>Drops another database of the same server.</summary>
    public async Task DropAsync(string database)
    {
        if (_server is null)
        {
            return;
        }

        var start = TimeProvider.System.GetTimestamp();
        while (!await TryDropAsync(database) && TimeProvider.System.GetElapsedTime(start) < DropTimeout)
        {
            await Task.Delay(DropPause);
        }
    }

    private async Task<bool> TryDropAsync(string database)
    {
        SqlConnection.ClearAllPools();
        try
        {
            await using var connection = new SqlConnection(_server);
            await connection.OpenAsync();
            await using var drop = connection.CreateCommand();
            drop.CommandText = $"IF DB_ID('{database}') IS NOT NULL DROP DATABASE [{database}]";
            await drop.ExecuteNonQueryAsync();
            return true;
        }
        catch (SqlException)
        {
            // A connection is just being closed.
            return false;
        }
    }
}

using Microsoft.Data.Sqlite;

namespace Unleash.Pat.TestSupport.BigDatabases;

/// <summary>Inserts by one prepared statement in one transaction a table, without a journal: a generation that fails is repeated.</summary>
internal sealed class SqliteRowWriter : IRowWriter
{
    // Of the memory, for pages of indexes that are written in no order.
    private const int CacheShare = 4;
    private const int Kibibyte = 1024;

    private readonly SqliteConnection _connection;

    private SqliteRowWriter(SqliteConnection connection) => _connection = connection;

    public static async Task<SqliteRowWriter> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var writer = new SqliteRowWriter(connection);
        var cache = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / CacheShare / Kibibyte;
        await writer.ExecuteAsync(
            $"PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{cache};",
            cancellationToken);
        return writer;
    }

    public async Task WriteAsync(RowTable table, CancellationToken cancellationToken)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
        await using var command = _connection.CreateCommand();
        command.CommandText = $"""
            INSERT INTO {table.Name} ({string.Join(", ", table.Columns.Select(column => column.Name))})
            VALUES ({string.Join(", ", table.Columns.Select(column => $"@{column.Name}"))})
            """;
        foreach (var (name, _) in table.Columns)
        {
            command.Parameters.AddWithValue($"@{name}", DBNull.Value);
        }

        // The driver is synchronous; its asynchronous methods would only add to the cost of each row.
        command.Prepare();
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var at = 0; at < row.Length; at++)
            {
                command.Parameters[at].Value = ToStored(row[at]);
            }

            command.ExecuteNonQuery();
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public Task CompleteAsync(CancellationToken cancellationToken) =>
        ExecuteAsync("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static object ToStored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        _ => value,
    };

    private async Task ExecuteAsync(string pragmas, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

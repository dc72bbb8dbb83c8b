using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.TestSupport.BigDatabases;

/// <summary>Copies rows in bulk, with the ids that they have.</summary>
internal sealed class SqlServerRowWriter(string connectionString) : IRowWriter
{
    private const int BatchSize = 20_000;
    private const int NoTimeout = 0;

    public async Task WriteAsync(RowTable table, CancellationToken cancellationToken)
    {
        using var copy = new SqlBulkCopy(connectionString, SqlBulkCopyOptions.KeepIdentity | SqlBulkCopyOptions.CheckConstraints)
        {
            DestinationTableName = table.Name,
            BulkCopyTimeout = NoTimeout,
        };
        foreach (var (name, _) in table.Columns)
        {
            copy.ColumnMappings.Add(name, name);
        }

        foreach (var batch in Batches(table))
        {
            using (batch)
            {
                await copy.WriteToServerAsync(batch, cancellationToken);
            }
        }
    }

    public Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IEnumerable<DataTable> Batches(RowTable table)
    {
        var batch = Empty(table);
        foreach (var row in table.Rows)
        {
            batch.Rows.Add([.. row.Select(ToStored)]);
            if (batch.Rows.Count == BatchSize)
            {
                yield return batch;
                batch = Empty(table);
            }
        }

        yield return batch;
    }

    private static DataTable Empty(RowTable table)
    {
        var empty = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var (name, type) in table.Columns)
        {
            empty.Columns.Add(name, type == typeof(DateTimeOffset) ? typeof(DateTime) : type);
        }

        return empty;
    }

    private static object ToStored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.UtcDateTime,
        _ => value,
    };
}

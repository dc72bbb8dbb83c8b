using System.Data.Common;

namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>The row that a reader is at.</summary>
internal sealed class ReaderRow(DbDataReader reader) : IRow
{
    public long Number(int column) => reader.GetInt64(column);

    public bool Flag(int column) => reader.GetInt32(column) != 0;

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public DateTimeOffset? InstantOrNull(int column) =>
        reader.IsDBNull(column) ? null : UtcMillisecondsTypeHandler.FromDateTime(reader.GetDateTime(column));
}

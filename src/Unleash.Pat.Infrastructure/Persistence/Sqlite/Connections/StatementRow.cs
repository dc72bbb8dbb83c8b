using SQLitePCL;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

/// <summary>The row that a statement is at. Its columns have the types of their table, which is STRICT.</summary>
internal sealed class StatementRow(sqlite3_stmt statement) : IRow
{
    public long Number(int column) => NumberOrNull(column) ?? throw IRow.IsNull(column);

    public bool Flag(int column) => Number(column) != 0;

    public string? TextOrNull(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public DateTimeOffset? InstantOrNull(int column) =>
        NumberOrNull(column) is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    // SQLite gives 0 for NULL, so only then is there need to ask.
    private long? NumberOrNull(int column)
    {
        var number = raw.sqlite3_column_int64(statement, column);
        return number == 0 && raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : number;
    }
}

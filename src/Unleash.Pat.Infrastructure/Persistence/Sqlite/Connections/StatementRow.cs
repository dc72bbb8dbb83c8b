using System.Runtime.InteropServices;
using SQLitePCL;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

/// <summary>The row that a statement is at. Its columns have the types of their table, which is STRICT.</summary>
/// <remarks>
/// A list of five tokens reads a column eighty times. Through SQLitePCL, each time counts the users of the statement's handle and
/// tells the collector that the thread leaves managed code; for a function of a few nanoseconds both cost more than it does.
/// </remarks>
internal sealed class StatementRow(sqlite3_stmt statement) : IRow
{
    private const string Library = "e_sqlite3";

    // The statement is kept until its last row is read.
    private readonly nint _statement = statement.DangerousGetHandle();

    public long Number(int column) => NumberOrNull(column) ?? throw IRow.IsNull(column);

    public bool Flag(int column) => Number(column) != 0;

    public string? TextOrNull(int column) => Marshal.PtrToStringUTF8(ColumnText(_statement, column));

    public DateTimeOffset? InstantOrNull(int column) =>
        NumberOrNull(column) is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    // SQLite gives 0 for NULL, so only then is there need to ask.
    private long? NumberOrNull(int column)
    {
        var number = ColumnNumber(_statement, column);
        return number == 0 && ColumnType(_statement, column) == raw.SQLITE_NULL ? null : number;
    }

    [DllImport(Library, EntryPoint = "sqlite3_column_int64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [SuppressGCTransition]
    private static extern long ColumnNumber(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [SuppressGCTransition]
    private static extern int ColumnType(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_text")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [SuppressGCTransition]
    private static extern nint ColumnText(nint statement, int column);
}

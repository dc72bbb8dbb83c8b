using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite;

/// <summary>What SQLite's error codes mean.</summary>
internal static class SqliteErrors
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintForeignKey = 787;

    public static DatabaseFault Classify(SqliteException fault) => fault.SqliteExtendedErrorCode switch
    {
        ConstraintUnique or ConstraintPrimaryKey => DatabaseFault.DuplicateKey,
        ConstraintForeignKey => DatabaseFault.MissingReference,
        _ => fault.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL or raw.SQLITE_READONLY or raw.SQLITE_IOERR
                or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_PERM
                or raw.SQLITE_AUTH => DatabaseFault.Unavailable,
            raw.SQLITE_ERROR when IsMissing(fault.Message) => DatabaseFault.Structure,
            _ => DatabaseFault.Unexpected,
        },
    };

    // SQLite has one code for this and for every error in a statement.
    private static bool IsMissing(string message) =>
        message.Contains("no such table", StringComparison.Ordinal)
        || message.Contains("no such column", StringComparison.Ordinal)
        || message.Contains("has no column named", StringComparison.Ordinal);
}

using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite;

/// <summary>SQLite: one file, write-ahead log, one writer at a time.</summary>
internal sealed class SqliteDialect : ISqlDialect, IDisposable
{
    // Another process that writes all the time lets go of its lock only for moments, which a longer pause would miss.
    private static readonly TimeSpan BetweenWriteAttempts = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan BetweenReadAttempts = TimeSpan.FromMilliseconds(50);

    public SqliteDialect(string connectionString)
    {
        var builder = SqliteConnectionString.Parse(connectionString);
        ConnectionString = builder.ConnectionString;
        File = new DatabaseFile(new DatabasePaths(Path.GetFullPath(builder.DataSource)), ConnectionString);
        Reserve = new SpaceReserve(File.Paths);
        WriteAccess = new WriteAccess(ConnectionString);
    }

    public string ConnectionString { get; }

    public DatabaseFile File { get; }

    public SpaceReserve Reserve { get; }

    public WriteAccess WriteAccess { get; }

    public string FilePath => File.Paths.Database;

    // Long enough for another process's writers, short enough that a caller gets an answer.
    public TimeSpan Timeout => TimeSpan.FromSeconds(5);

    public TimeSpan StatementTimeout => Timeout;

    public TimeSpan CommitDelay => TimeSpan.Zero;

    public TransactionCommands? Transaction => null;

    public string SelectUpdateability => "SELECT 'READ_WRITE'";

    public Exception? WhyOnlyRevocations => Reserve.IsReleased
        ? new IOException("The disk is full: nothing is written but what takes rights away.")
        : null;

    public Exception? WhyNotReady => (Reserve.IsFull, WriteAccess.IsReadOnly) switch
    {
        (true, _) => new IOException("The disk that has the database is full."),
        (_, true) => new IOException("The database is read-only."),
        _ => null,
    };

    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        OpenAsync(
            File.OpenForReading, static session => session.TryBeginRead(), File.EnsurePresentForReading, BetweenReadAttempts, cancellationToken);

    // None are reserved: a file has no limit of connections.
    public Task<DbConnection> OpenForVerificationAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    public Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken) =>
        OpenAsync(
            File.OpenForWriting, static session => session.TryBeginWrite(), File.EnsurePresent, BetweenWriteAttempts, cancellationToken);

    public void EnsureKept() => File.EnsurePresent();

    public DatabaseFault Classify(Exception exception) => exception switch
    {
        SqliteException fault => SqliteErrors.Classify(fault),
        DatabaseFileException => DatabaseFault.Unavailable,
        _ => DatabaseFault.Unexpected,
    };

    public bool IsRefusal(Exception exception) => exception is SqliteException;

    public void Abandon(DbConnection connection)
    {
        // A session rolls back as it is given back.
    }

    public void OnConnectionFailed(DbConnection? connection, Exception exception)
    {
        if (exception is not SqliteException fault)
        {
            return;
        }

        if (DatabaseFileOpening.IsDamage(fault))
        {
            File.Lose($"it is damaged ({fault.Message})", LossKind.Content);
        }
        else if (fault.SqliteErrorCode == raw.SQLITE_FULL)
        {
            Reserve.NoteFull();
        }
    }

    public int TimesRoomWasMade => Reserve.Releases;

    public bool TryMakeRoom(Exception? failure, int before) =>
        failure is SqliteException fault
        && IsForLackOfRoom(fault)
        && !File.IsLost
        && Reserve.Release(before);

    public void Control(DbConnection connection, string statement) => ((SessionConnection)connection).Session.Control(statement);

    public void Commit(DbConnection connection) => ((SessionConnection)connection).Session.Commit();

    public Task<long?> RunAsync(
        DbConnection connection, string statements, DynamicParameters parameters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(((SessionConnection)connection).Session.Run(statements, parameters));
    }

    public Task<List<T>> QueryAsync<T>(
        DbConnection connection, string select, DynamicParameters parameters, Func<IRow, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(((SessionConnection)connection).Session.Query(select, parameters, read));
    }

    // Half of what the read of a list costs would be to be ready for a wait and for failures.
    public List<T>? TryQuery<T>(string select, DynamicParameters parameters, Func<IRow, T> read)
    {
        try
        {
            using var connection = File.OpenForReading();
            var rows = connection.Session.TryQuery(select, parameters, read);
            File.EnsurePresentForReading();
            return rows;
        }
        catch (Exception exception) when (exception is SqliteException or DatabaseFileException or DataException)
        {
            return null;
        }
    }

    // No network lies between, and a text that fails half-way would leave its transaction open.
    public string? WrapInTransaction(string statements) => null;

    public bool IndexesLater => true;

    public bool KeepsNumbers => true;

    public bool MergesInOrder => true;

    public string RowsChanged => "changes()";

    public string CountRows => "COUNT(*)";

    public string JsonText(string column) => $"json_quote({column})";

    public string JsonNumber(string column, string property) => $"CAST(json_extract({column}, '$.{property}') AS INTEGER)";

    public string InstantText(string column) =>
        $"CONCAT(strftime('%Y-%m-%dT%H:%M:%S', {column} / 1000, 'unixepoch'), printf('.%03dZ', {column} % 1000))";

    public string Lock(string update) => "";

    public string ReturningId(string insert) => $"{insert} RETURNING id";

    public string LastId => "last_insert_rowid()";

    public string Contains(string column, string part) => $"instr({column}, {part}) > 0";

    public PartIndex? IndexOf(string part) => SqlitePartIndex.Of(part);

    public string Page(string query) => $"{query} LIMIT @Limit OFFSET @Offset";

    public string First(string query, string count) => $"{query} LIMIT {count}";

    public string Unindexed(string column) => $"+{column}";

    public string MillisecondsBetween(string from, string to) => $"({to} - {from})";

    public TimeSpan SearchTimeout => TimeSpan.FromSeconds(30);

    public void Interrupt(DbConnection connection)
    {
        if (connection is SessionConnection { State: ConnectionState.Open } running)
        {
            running.Session.Interrupt();
        }
    }

    public void Dispose() => File.Dispose();

    // A quota shows as an error of a write, while the system says that there is room. Other errors of a disk are no lack of it.
    private bool IsForLackOfRoom(SqliteException fault) => fault.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => true,
        raw.SQLITE_IOERR => !Reserve.HasRoom || fault.SqliteExtendedErrorCode is raw.SQLITE_IOERR_WRITE or raw.SQLITE_IOERR_SHMSIZE,
        _ => false,
    };

    private async Task<DbConnection> OpenAsync(
        Func<SessionConnection> open,
        Func<SqliteSession, bool> tryBegin,
        Action ensurePresent,
        TimeSpan pause,
        CancellationToken cancellationToken)
    {
        await File.ReattachIfLostAsync(cancellationToken);
        SessionConnection? connection = null;
        try
        {
            connection = open();
            while (!tryBegin(connection.Session))
            {
                await Task.Delay(pause, cancellationToken);
            }

            // The file may have been replaced before the transaction began; what follows sees the file of this moment.
            ensurePresent();
            return connection;
        }
        catch (Exception exception)
        {
            OnConnectionFailed(connection, exception);
            connection?.Dispose();
            throw;
        }
    }
}

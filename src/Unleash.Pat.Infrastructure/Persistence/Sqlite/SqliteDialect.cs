using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite;

/// <summary>SQLite: one file, write-ahead log, one writer at a time.</summary>
internal sealed class SqliteDialect : ISqlDialect, IDisposable
{
    private readonly WriteLock _writeLock = new();

    public SqliteDialect(string connectionString)
    {
        var builder = SqliteConnectionString.Parse(connectionString, BusyWait.StatementSeconds);
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

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await File.EnsurePresentAsync(cancellationToken);
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            File.Track(connection);
            await BusyWait.PrepareAsync(connection, cancellationToken);
            File.EnsurePresent();
            return connection;
        }
        catch (Exception exception)
        {
            OnConnectionFailed(connection, exception);
            await connection.DisposeAsync();
            throw;
        }
    }

    // None are reserved: a file has no limit of connections.
    public Task<DbConnection> OpenForVerificationAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    public ValueTask<IDisposable?> AcquireWriteLockAsync(CancellationToken cancellationToken) =>
        _writeLock.AcquireAsync(cancellationToken);

    public async ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await BusyWait.BeginAsync(connection, cancellationToken);
        try
        {
            // The file may have been replaced while this waited.
            File.EnsurePresent();
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

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
        // The driver rolls back when a connection returns to the pool.
    }

    public void OnConnectionFailed(DbConnection connection, Exception exception)
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

    public bool TryMakeRoom(Exception? failure) =>
        failure is SqliteException { SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_IOERR }
        && !File.IsLost
        && Reserve.Release();

    // No network lies between, and a text that fails half-way would leave its transaction open.
    public string? WrapInTransaction(string statements) => null;

    public string RowsChanged => "changes()";

    public string CountRows => "COUNT(*)";

    public string ReturningId(string insert) => $"{insert} RETURNING id";

    public string Contains(string column, string part) => $"instr({column}, {part}) > 0";

    public PartIndex? IndexOf(string part) => SqlitePartIndex.Of(part);

    public string Page(string query) => $"{query} LIMIT @Limit OFFSET @Offset";

    public void Dispose()
    {
        File.Dispose();
        _writeLock.Dispose();
    }
}

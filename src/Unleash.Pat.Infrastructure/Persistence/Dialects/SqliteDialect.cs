using System.Data.Common;
using Microsoft.Data.Sqlite;
using Unleash.Pat.Infrastructure.Persistence.Files;

namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>SQLite: one file, write-ahead log, one writer at a time.</summary>
internal sealed class SqliteDialect : ISqlDialect, IDisposable
{
    // A statement blocks its thread while another process has the file; the longer waits are no thread's (below).
    private const int BusySeconds = 1;

    private const string Greeting = "PRAGMA synchronous = FULL; SELECT 1 FROM sqlite_schema LIMIT 1;";

    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _writer = new(1, 1);
    private volatile bool _isReadOnly;

    public SqliteDialect(string connectionString)
    {
        var builder = SqliteConnectionString.Parse(connectionString, BusySeconds);
        ConnectionString = builder.ConnectionString;
        File = new DatabaseFile(new DatabasePaths(Path.GetFullPath(builder.DataSource)), ConnectionString);
        Reserve = new SpaceReserve(File.Paths);
    }

    /// <summary>The file, as far as others could take it away.</summary>
    public DatabaseFile File { get; }

    /// <summary>What is left for revocations on a full disk.</summary>
    public SpaceReserve Reserve { get; }

    public string FilePath => File.Paths.Database;

    // Long enough for another process's writers, short enough that a caller gets an answer.
    public TimeSpan Patience => TimeSpan.FromSeconds(5);

    public string SelectUpdateability => "SELECT 'READ_WRITE'";

    public Exception? WhyOnlyRevocations => Reserve.IsReleased
        ? new IOException("The disk is full: nothing is written but what takes rights away.")
        : null;

    public Exception? WhyNotReady => (Reserve.IsFull, _isReadOnly) switch
    {
        (true, _) => new IOException("The disk that has the database is full."),
        (_, true) => new IOException("The database is read-only."),
        _ => null,
    };

    public string ConnectionString { get; }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await File.RequirePresentAsync(cancellationToken);
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            File.Track(connection);
            await ReadyAsync(connection, cancellationToken);
            File.RequirePresent();
            return connection;
        }
        catch (Exception exception)
        {
            OnConnectionFailed(connection, exception);
            await connection.DisposeAsync();
            throw;
        }
    }

    // A file has as many connections as are asked for.
    public Task<DbConnection> OpenForVerificationAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    public TimeSpan LongestStatement => Patience;

    public TransactionCommands? Transaction => null;

    public async ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await BeginHereAsync(connection, cancellationToken);
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
            {
                // Writers of this process queue, so it is one thread at the most that has waited for another process.
                await Task.Delay(BusyPause, cancellationToken);
            }
        }
    }

    public void RequireKept() => File.RequirePresent();

    // SQLite lets waiting writers poll, which starves some of them and blocks a thread each. Within this process they
    // queue here instead; the busy timeout is for other processes alone.
    public async ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        return new Turn(_writer);
    }

    public DatabaseFault Classify(Exception exception) => exception switch
    {
        SqliteException fault => SqliteErrors.Classify(fault),
        DatabaseFileException => DatabaseFault.Unavailable,
        _ => DatabaseFault.Unexpected,
    };

    public bool IsRefusal(Exception exception) => exception is SqliteException;

    public void Abandon(DbConnection connection)
    {
        // The driver undoes what is left when a connection goes back to the pool.
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
        else if (fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL)
        {
            Reserve.NoteFull();
        }
    }

    public bool TryMakeRoom(Exception? failure) =>
        failure is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR }
        && !File.IsLost
        && Reserve.Release();

    /// <summary>Looks, over a new connection, whether the file may still be written to.</summary>
    public void LookWhetherReadOnly()
    {
        try
        {
            using var connection = DatabaseFileOpening.Connect(ConnectionString);
            _isReadOnly = SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1;
        }
        catch (SqliteException)
        {
            // Others see to a file that cannot be opened.
        }
    }

    // No network lies between, and a text that fails half-way would leave its transaction open.
    public string? Atomic(string writes) => null;

    public string RowsChanged => "changes()";

    public string CountRows => "COUNT(*)";

    public string ReturningId(string insert) => $"{insert} RETURNING id";

    public string Holds(string column, string part) => $"instr({column}, {part}) > 0";

    public string Page(string query) => $"{query} LIMIT @Limit OFFSET @Offset";

    public void Dispose()
    {
        File.Dispose();
        _writer.Dispose();
    }

    // Where another process keeps even readers out, this waits without a thread: a hundred blocked ones would keep
    // requests waiting that need no database.
    private static async Task ReadyAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, 0);
        int result;
        while ((result = SQLitePCL.raw.sqlite3_exec(connection.Handle, Greeting)) == SQLitePCL.raw.SQLITE_BUSY)
        {
            await Task.Delay(BusyPause, cancellationToken);
        }

        SqliteException.ThrowExceptionForRC(result, connection.Handle);
        SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, BusySeconds * 1000);
    }

    private async ValueTask<DbTransaction> BeginHereAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            // The file may have been replaced while this waited.
            File.RequirePresent();
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    private sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        public void Dispose() => writer.Release();
    }
}

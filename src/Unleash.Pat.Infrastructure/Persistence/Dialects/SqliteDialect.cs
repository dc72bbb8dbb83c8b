using System.Data.Common;
using Microsoft.Data.Sqlite;
using Unleash.Pat.Application.Common;

namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>SQLite: one file, write-ahead log, one writer at a time.</summary>
internal sealed class SqliteDialect : ISqlDialect, IDisposable
{
    // Long enough for another process's queue of writers, short enough that a caller gets an answer.
    private const int BusySeconds = 10;

    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintForeignKey = 787;

    private readonly SemaphoreSlim _writer = new(1, 1);

    public SqliteDialect(string connectionString)
    {
        var builder = Parse(connectionString);
        FilePath = Path.GetFullPath(builder.DataSource);
        ConnectionString = builder.ConnectionString;
    }

    public string FilePath { get; }

    public string ConnectionString { get; }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = $"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA synchronous = FULL;";
            await pragmas.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // A file has as many connections as are asked for.
    public Task<DbConnection> OpenForVerificationAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    public TimeSpan LongestStatement => TimeSpan.FromSeconds(BusySeconds);

    public TransactionCommands? Transaction => null;

    // SQLite lets waiting writers poll, which starves some of them and blocks a thread each. Within this process they
    // queue here instead; the busy timeout is for other processes alone.
    public async ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        return new Turn(_writer);
    }

    public DatabaseFault Classify(Exception exception) => exception is not SqliteException fault
        ? DatabaseFault.Unexpected
        : fault.SqliteExtendedErrorCode switch
        {
            ConstraintUnique or ConstraintPrimaryKey => DatabaseFault.DuplicateKey,
            ConstraintForeignKey => DatabaseFault.MissingReference,
            _ => fault.SqliteErrorCode switch
            {
                SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_PROTOCOL
                    or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_FULL
                    or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB
                    or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH => DatabaseFault.Unavailable,
                _ => DatabaseFault.Unexpected,
            },
        };

    public bool IsRefusal(Exception exception) => exception is SqliteException;

    public void Abandon(DbConnection connection)
    {
        // The driver undoes what is left when a connection goes back to the pool.
    }

    public void OnConnectionFailed(DbConnection connection, Exception exception)
    {
        // A file has no connection that could break.
    }

    // No network lies between, and a text that fails half-way would leave its transaction open.
    public string? Atomic(string writes) => null;

    public string RowsChanged => "changes()";

    public string CountRows => "COUNT(*)";

    public string ReturningId(string insert) => $"{insert} RETURNING id";

    public string Holds(string column, string part) => $"instr({column}, {part}) > 0";

    public string Page(string query) => $"{query} LIMIT @Limit OFFSET @Offset";

    public void Dispose() => _writer.Dispose();

    private static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            if (string.IsNullOrEmpty(builder.DataSource)
                || builder.DataSource.StartsWith(":memory:", StringComparison.OrdinalIgnoreCase)
                || builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
                || builder.Mode == SqliteOpenMode.Memory)
            {
                throw new StartupException(
                    "ConnectionStrings:UnleashPat must name a file, for example \"Data Source=data/unleash-pat.db\".");
            }

            builder.ForeignKeys = true;
            builder.DefaultTimeout = BusySeconds;

            // A database that has been taken away must be missed, not silently replaced by an empty one.
            builder.Mode = SqliteOpenMode.ReadWrite;
            return builder;
        }
        catch (ArgumentException exception)
        {
            throw new StartupException(
                $"ConnectionStrings:UnleashPat is no connection string for SQLite: {exception.Message}", exception);
        }
    }

    private sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        public void Dispose() => writer.Release();
    }
}

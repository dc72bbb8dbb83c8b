using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Log;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

/// <summary>A connection to the file that stays open: its settings are made once, and each statement is prepared once.</summary>
/// <remarks>
/// It never waits for another process on a thread. Threat: a hundred blocked threads would keep requests waiting that need
/// no database. Once a transaction has begun, nothing in write-ahead mode makes its statements wait.
/// </remarks>
internal sealed class SqliteSession : IDisposable
{
    // More than the service has texts; those that depend on a number of rows have four sizes each.
    private const int MaxPrepared = 100;
    private const int MaxNames = 1000;

    private const string ReadSettings = "PRAGMA synchronous = FULL";

    // A savepoint keeps what each page was before in a temporary file, unless that file is in memory: it would be most of what
    // a change writes. The cache, up to 4,000 KiB, has the inner pages of a big database; with 16,000 KiB changes were not faster,
    // not with 10,000,000 tokens either, because the system caches the file.
    // The log is copied into the file when it has 4,000 pages, four times SQLite's default: a page that many changes touch is
    // copied more rarely. With 4,000,000 tokens a tenth more changes a second were possible.
    // It is longer while another process reads for long, and cut off at 32 MiB as it begins again, not at the usual length:
    // that would shorten it each time.
    private const string WriteSettings =
        $"{ReadSettings}; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4000; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 33554432";

    private const string SnapshotText = "SELECT 1 FROM sqlite_schema LIMIT 1";
    private const string BeginText = "BEGIN IMMEDIATE";
    private const string RollbackText = "ROLLBACK";
    private const string CommitText = "COMMIT";

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PreparedStatements> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, sqlite3_stmt> _controls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private sqlite3_stmt? _snapshot;
    private LogBuffer? _log;

    public SqliteSession(string connectionString)
    {
        _connection = DatabaseConnection.Open(connectionString);
        raw.sqlite3_busy_timeout(Handle, 0);
    }

    /// <summary>The underlying connection, for the engine's own functions.</summary>
    public SqliteConnection Connection => _connection;

    private sqlite3 Handle => _connection.Handle!;

    /// <summary>Begins a read, whose statements all see the database as it is now.</summary>
    /// <returns><see langword="false"/> while another process keeps readers out.</returns>
    public bool TryBeginRead()
    {
        if (!TryPrepare(ReadSettings))
        {
            return false;
        }

        var result = raw.sqlite3_step(_snapshot);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(_snapshot);
        return Succeeded(result);
    }

    public void EndRead()
    {
        if (_snapshot is not null)
        {
            raw.sqlite3_reset(_snapshot);
        }
    }

    /// <summary>Begins a transaction that writes.</summary>
    /// <returns><see langword="false"/> while another process writes.</returns>
    public bool TryBeginWrite() => TryPrepare(WriteSettings) && Succeeded(Step(BeginText));

    /// <summary>Runs one statement without parameters or rows. Each text stays prepared, so there may only be a few.</summary>
    public void Control(string statement) => SqliteException.ThrowExceptionForRC(Step(statement), Handle);

    /// <summary>Commits the transaction. One that cannot be committed is rolled back.</summary>
    public void Commit() => SqliteException.ThrowExceptionForRC((_log ??= new LogBuffer()).Use(() => Step(CommitText)), Handle);

    /// <summary>Runs the statements of a text, which stay prepared.</summary>
    /// <returns>The number that one of them selects, if any.</returns>
    public long? Run(string text, DynamicParameters parameters) => Use(text, prepared => prepared.Run(parameters));

    /// <summary>Runs a text of one statement, which stays prepared, and reads all rows that it selects.</summary>
    public List<T> Query<T>(string text, DynamicParameters parameters, Func<IRow, T> read) =>
        Use(text, prepared => prepared.Query(parameters, read));

    /// <summary>Like <see cref="Query"/>, as a transaction of its own.</summary>
    /// <returns><see langword="null"/> while another process keeps readers out as the session is used first.</returns>
    public List<T>? TryQuery<T>(string text, DynamicParameters parameters, Func<IRow, T> read) =>
        TryPrepare(ReadSettings) ? Query(text, parameters, read) : null;

    /// <summary>Rolls back what is not committed.</summary>
    /// <returns>Whether the session can be used again.</returns>
    public bool TryEndWrite() =>
        raw.sqlite3_get_autocommit(Handle) != 0 || raw.sqlite3_exec(Handle, RollbackText) == raw.SQLITE_OK;

    /// <summary>Stops the statement that runs; on any thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(Handle);

    /// <summary>A command with a text, prepared where it has run before. Give it back after use.</summary>
    public SqliteCommand Take(string text)
    {
        if (_idle.Remove(text, out var command))
        {
            return command;
        }

        return new SqliteCommand(text, _connection);
    }

    /// <summary>A parameter's name as the statements have it.</summary>
    public string Prefixed(string name)
    {
        if (name.StartsWith('@'))
        {
            return name;
        }

        if (!_names.TryGetValue(name, out var prefixed))
        {
            prefixed = '@' + name;
            if (_names.Count < MaxNames)
            {
                _names.Add(name, prefixed);
            }
        }

        return prefixed;
    }

    public void Return(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (_idle.Count >= MaxPrepared || !_idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    public void Dispose()
    {
        _snapshot?.Dispose();
        foreach (var control in _controls.Values)
        {
            control.Dispose();
        }

        foreach (var prepared in _prepared.Values)
        {
            prepared.Dispose();
        }

        foreach (var command in _idle.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    // Not as it is opened: both statements read the schema, for which another process can make them wait.
    private bool TryPrepare(string settings)
    {
        if (_snapshot is not null)
        {
            return true;
        }

        if (!Succeeded(raw.sqlite3_exec(Handle, settings)) || !Succeeded(raw.sqlite3_prepare_v2(Handle, SnapshotText, out var snapshot)))
        {
            return false;
        }

        _snapshot = snapshot;
        return true;
    }

    private T Use<T>(string text, Func<PreparedStatements, T> use)
    {
        if (_prepared.TryGetValue(text, out var prepared))
        {
            return use(prepared);
        }

        prepared = new PreparedStatements(Handle, text);
        try
        {
            return use(prepared);
        }
        finally
        {
            if (_prepared.Count >= MaxPrepared || !_prepared.TryAdd(text, prepared))
            {
                prepared.Dispose();
            }
        }
    }

    private int Step(string statement)
    {
        if (!_controls.TryGetValue(statement, out var prepared))
        {
            var result = raw.sqlite3_prepare_v2(Handle, statement, out prepared);
            if (result != raw.SQLITE_OK)
            {
                return result;
            }

            _controls.Add(statement, prepared);
        }

        raw.sqlite3_step(prepared);

        // It returns the error of the step, if any.
        return raw.sqlite3_reset(prepared);
    }

    private bool Succeeded(int result)
    {
        if (result == raw.SQLITE_BUSY)
        {
            return false;
        }

        SqliteException.ThrowExceptionForRC(result, Handle);
        return true;
    }
}

using Microsoft.Data.Sqlite;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

/// <summary>The connections to the database's file: those in use, those that wait for use, and the one that stays open.</summary>
internal sealed class FileConnections(string connectionString) : IDisposable
{
    // A statement takes a thread while it runs, so that more are in use at once only for moments.
    private static readonly int MaxIdle = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly Lock _gate = new();
    private readonly Stack<SqliteSession> _readers = new();
    private readonly Stack<SqliteSession> _writers = new();
    private int _inUse;
    private int _generation;
    private volatile bool _keepsLog;
    private SqliteConnection? _anchor;

    public bool AnyInUse => Volatile.Read(ref _inUse) > 0;

    /// <summary>Takes an idle session for a read, or opens one.</summary>
    /// <param name="beforeOpening">Is called before a new one is opened, and prevents it by an exception.</param>
    public SessionConnection ForReading(Action beforeOpening) => Take(_readers, EndRead, beforeOpening);

    /// <summary>Takes an idle session for a transaction that writes, or opens one.</summary>
    /// <param name="beforeOpening">Is called before a new one is opened, and prevents it by an exception.</param>
    public SessionConnection ForWriting(Action beforeOpening) => Take(_writers, EndWrite, beforeOpening);

    /// <summary>Keeps a connection open, so that SQLite keeps its files beside the database.</summary>
    public void Anchor(SqliteConnection anchor)
    {
        _anchor?.Dispose();
        _anchor = anchor;
        _keepsLog = false;
    }

    /// <summary>Uses no connection again, and decides what becomes of the log when the last one is closed.</summary>
    public void Retire(bool keepLog)
    {
        _keepsLog = keepLog;
        if (_anchor is not null)
        {
            DatabaseConnection.KeepLogAtClose(_anchor, keepLog);
        }

        CloseIdle();
    }

    /// <summary>Closes them. The anchor goes last: as it is closed, SQLite writes the log into the file, or leaves it.</summary>
    public void Dispose()
    {
        CloseIdle();
        _anchor?.Dispose();
        _anchor = null;
    }

    private static bool EndRead(SqliteSession session)
    {
        session.EndRead();
        return true;
    }

    private static bool EndWrite(SqliteSession session) => session.TryEndWrite();

    private SessionConnection Take(Stack<SqliteSession> idle, Func<SqliteSession, bool> end, Action beforeOpening)
    {
        Interlocked.Increment(ref _inUse);
        try
        {
            int generation;
            SqliteSession? session;
            lock (_gate)
            {
                generation = _generation;
                idle.TryPop(out session);
            }

            return new SessionConnection(session ?? Open(beforeOpening), used => GiveBack(used, idle, end(used), generation));
        }
        catch
        {
            Interlocked.Decrement(ref _inUse);
            throw;
        }
    }

    private SqliteSession Open(Action beforeOpening)
    {
        beforeOpening();
        return new SqliteSession(connectionString);
    }

    private void GiveBack(SqliteSession session, Stack<SqliteSession> idle, bool isWhole, int generation)
    {
        lock (_gate)
        {
            if (isWhole && generation == _generation && idle.Count < MaxIdle)
            {
                idle.Push(session);
                session = null!;
            }
        }

        if (session is not null)
        {
            // It can be the last one that closes, after the anchor.
            DatabaseConnection.KeepLogAtClose(session.Connection, _keepsLog);
            session.Dispose();
        }

        Interlocked.Decrement(ref _inUse);
    }

    private void CloseIdle()
    {
        List<SqliteSession> closed;
        lock (_gate)
        {
            _generation++;
            closed = [.. _readers, .. _writers];
            _readers.Clear();
            _writers.Clear();
        }

        closed.ForEach(session => session.Dispose());
    }
}

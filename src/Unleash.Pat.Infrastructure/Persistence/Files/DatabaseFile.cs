using Microsoft.Data.Sqlite;

namespace Unleash.Pat.Infrastructure.Persistence.Files;

/// <summary>
/// Knows which file the service works on, notices when the path names another one, and takes up a file that is a whole
/// database of this service.
/// </summary>
/// <remarks>
/// Threat: a file that was removed or replaced lives on for those who have it open. What is written to it then is answered
/// with 201 and gone, and what is read from it, a revoked token among it, is no longer the truth.
/// </remarks>
internal sealed class DatabaseFile(DatabasePaths paths, string connectionString) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _takingUp = new(1, 1);
    private readonly OpenConnections _open = new();
    private AttachedFile? _attached;
    private SqliteConnection? _anchor;
    private volatile string? _lost;
    private DatabaseFileSet? _refused;
    private long _size;
    private long _logSize;

    /// <summary>Told of each change, for the log and for what is remembered.</summary>
    public event Action<DatabaseFileChange>? Changed;

    public DatabasePaths Paths => paths;

    /// <summary>The id of the database that the service works on.</summary>
    public string? Id => _attached?.Facts.Id;

    public bool IsLost => _lost is not null;

    /// <summary>Counts a connection until it is closed: while one is open, no other file is taken up.</summary>
    public void Track(SqliteConnection connection) => _open.Track(connection);

    /// <summary>Works on the file that is there from now on.</summary>
    public void Attach() => Adopt(DatabaseFileOpening.Open(paths, connectionString));

    /// <summary>Makes sure that the path still names the file that the service works on.</summary>
    /// <exception cref="DatabaseFileException">It does not.</exception>
    public void RequirePresent()
    {
        if (_attached is not { } attached)
        {
            return;
        }

        if (_lost is null && Loss(attached) is { } loss)
        {
            Lose(loss.Reason, loss.Kind);
        }

        if (_lost is { } reason)
        {
            throw new DatabaseFileException($"The database file {paths.Database} cannot be used: {reason}.");
        }
    }

    /// <summary>As <see cref="RequirePresent"/>, but a file that has come back since is taken up first.</summary>
    public async ValueTask RequirePresentAsync(CancellationToken cancellationToken)
    {
        if (_lost is not null)
        {
            await TakeUpAsync(cancellationToken);
        }

        RequirePresent();
    }

    /// <summary>Looks for what no request has noticed.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RequirePresentAsync(cancellationToken);
            if (_attached is { } attached && DatabaseFileOpening.Fault(connectionString, attached.Facts) is { } fault)
            {
                Lose(fault, LossKind.Content);
            }
        }
        catch (DatabaseFileException)
        {
            // It was told as it was noticed.
        }
    }

    /// <summary>Works on the file no longer, and forgets every connection to it.</summary>
    public void Lose(string reason, LossKind kind)
    {
        lock (_gate)
        {
            if (_attached is null || _lost is not null)
            {
                return;
            }

            _lost = reason;
            DatabaseFileOpening.KeepLogAtClose(_anchor!, kind == LossKind.Content);
            ClearPool();
        }

        Changed?.Invoke(new DatabaseFileChange(DatabaseFileChangeKind.Lost, reason));
    }

    public void Dispose()
    {
        lock (_gate)
        {
            DropConnections();
        }

        _takingUp.Dispose();
    }

    private (string Reason, LossKind Kind)? Loss(AttachedFile attached)
    {
        // Read before the look, because both files only ever grow while a connection is open.
        var (known, knownLog) = (Volatile.Read(ref _size), Volatile.Read(ref _logSize));
        var found = DatabaseFileSet.Of(paths);
        if (found.DifferenceTo(attached.Files) is { } difference)
        {
            return (difference, LossKind.Name);
        }

        if (HasShrunk(ref _logSize, knownLog, found.Log))
        {
            return ("its write-ahead log (-wal) has been shortened", LossKind.Content);
        }

        return HasShrunk(ref _size, known, found.Database) ? ("it has been shortened", LossKind.Content) : null;
    }

    private static bool HasShrunk(ref long size, long known, FileState? found)
    {
        var now = found?.Size ?? 0;
        Interlocked.CompareExchange(ref size, Math.Max(now, known), known);
        return now < known;
    }

    private async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        await _takingUp.WaitAsync(cancellationToken);
        try
        {
            var found = DatabaseFileSet.Of(paths);
            if (_lost is not null && found.Database is not null && found != _refused && !_open.Any)
            {
                await Task.Run(() => TakeUp(found), cancellationToken);
            }
        }
        finally
        {
            _takingUp.Release();
        }
    }

    private void TakeUp(DatabaseFileSet found)
    {
        DropConnections();
        var known = _attached!;
        var isAnother = !DatabaseFileSet.IsSame(found.Database, known.Files.Database);
        var opened = DatabaseFileOpening.TryTakeUp(paths, connectionString, known, isAnother, out var refusal);
        if (opened is null)
        {
            // Asked again as soon as anything about the files is different.
            _refused = refusal is null ? null : DatabaseFileSet.Of(paths);
            if (refusal is not null)
            {
                Changed?.Invoke(new DatabaseFileChange(DatabaseFileChangeKind.Refused, refusal));
            }

            return;
        }

        // Before the first read of the new file.
        Changed?.Invoke(new DatabaseFileChange(DatabaseFileChangeKind.TakenUp, isAnother ? "another file" : "the same file", isAnother));
        Adopt(opened.Value);
    }

    private void Adopt((AttachedFile File, SqliteConnection Anchor) opened)
    {
        DatabaseMarker.Write(paths, opened.File.Facts.Id);
        lock (_gate)
        {
            _anchor?.Dispose();
            _anchor = opened.Anchor;
            _attached = opened.File;
            _size = opened.File.Files.Database?.Size ?? 0;
            _logSize = opened.File.Files.Log?.Size ?? 0;
            _refused = null;
            _lost = null;
        }
    }

    // The one that stays open goes last: as it is closed, SQLite writes the log into the file, or leaves it as it is.
    private void DropConnections()
    {
        ClearPool();
        _anchor?.Dispose();
        _anchor = null;
    }

    private void ClearPool()
    {
        using var any = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(any);
    }
}

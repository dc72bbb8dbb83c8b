using Microsoft.Data.Sqlite;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>
/// The file that the service works on. It notices when the path names another file, and attaches a file that comes back
/// where it is a whole database of this service.
/// </summary>
/// <remarks>
/// Threat: a file that was removed or replaced lives on for the processes that have it open. What is written to it then is
/// answered with 201 and gone, and what is read from it, a revoked token among it, is no longer the truth.
/// </remarks>
internal sealed partial class DatabaseFile(DatabasePaths paths, string connectionString) : IDisposable
{
    private static readonly TimeSpan CheckOfReads = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _reattaching = new(1, 1);
    private readonly FileConnections _connections = new(connectionString);
    private AttachedFile? _attached;
    private volatile string? _lost;
    private long _checkedAt;
    private DatabaseFileSet? _refused;

    /// <summary>Raised on each change, for the log and for what is remembered.</summary>
    public event Action<DatabaseFileChange>? Changed;

    public DatabasePaths Paths => paths;

    /// <summary>The id of the database that the service works on.</summary>
    public string? Id => _attached?.Facts.Id;

    public bool IsLost => _lost is not null;

    /// <summary>Takes a connection for reads: while one is in use, no other file is attached.</summary>
    public SessionConnection OpenForReading() => _connections.ForReading(EnsurePresent);

    /// <summary>Takes a connection for a transaction that writes.</summary>
    public SessionConnection OpenForWriting() => _connections.ForWriting(EnsurePresent);

    /// <summary>Attaches the file that is there now.</summary>
    public void Attach() => Adopt(DatabaseFileOpening.Open(paths, connectionString));

    /// <summary>Ensures that the path still names the file that the service works on.</summary>
    /// <exception cref="DatabaseFileException">It does not.</exception>
    public void EnsurePresent()
    {
        if (_attached is not { } attached)
        {
            return;
        }

        if (_lost is null && attached.FindLoss() is { } loss)
        {
            Lose(loss.Reason, loss.Kind);
        }

        if (_lost is { } reason)
        {
            throw new DatabaseFileException($"The database file {paths.Database} cannot be used: {reason}.");
        }
    }

    /// <summary>Like <see cref="EnsurePresent"/>, for a read: those within a millisecond share a check.</summary>
    /// <remarks>What is read in the millisecond after the file was replaced is answered as it would have been before.</remarks>
    /// <exception cref="DatabaseFileException">The path names another file.</exception>
    public void EnsurePresentForReading()
    {
        var now = TimeProvider.System.GetTimestamp();
        if (_lost is null && TimeProvider.System.GetElapsedTime(Volatile.Read(ref _checkedAt), now) < CheckOfReads)
        {
            return;
        }

        EnsurePresent();
        Volatile.Write(ref _checkedAt, now);
    }

    /// <summary>Attaches the file again where it was lost and has come back.</summary>
    public ValueTask ReattachIfLostAsync(CancellationToken cancellationToken) =>
        _lost is null ? ValueTask.CompletedTask : new(ReattachAsync(cancellationToken));

    /// <summary>Checks the file, and its content, for what no request has noticed.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReattachIfLostAsync(cancellationToken);
            EnsurePresent();
            if (_attached is { } attached && DatabaseFileOpening.Fault(connectionString, attached.Facts) is { } fault)
            {
                Lose(fault, LossKind.Content);
            }
        }
        catch (DatabaseFileException)
        {
            // It was reported when it was noticed.
        }
    }

    /// <summary>Stops working on the file, and drops every connection to it.</summary>
    public void Lose(string reason, LossKind kind)
    {
        lock (_gate)
        {
            if (_attached is null || _lost is not null)
            {
                return;
            }

            _lost = reason;
            _connections.Retire(keepLog: kind == LossKind.Content);
        }

        Changed?.Invoke(new DatabaseFileChange(DatabaseFileChangeKind.Lost, reason));
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _connections.Dispose();
        }

        _reattaching.Dispose();
    }

    private void Adopt((AttachedFile File, SqliteConnection Anchor) opened)
    {
        DatabaseMarker.Write(paths, opened.File.Facts.Id);
        lock (_gate)
        {
            _connections.Anchor(opened.Anchor);
            _attached = opened.File;
            _refused = null;
            _lost = null;
        }
    }
}

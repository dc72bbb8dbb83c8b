namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>The files that the service works on, and what the database said about itself when they were opened.</summary>
internal sealed class AttachedFile(DatabaseFileSet files, SqliteFacts facts)
{
    private long _size = files.Database?.Size ?? 0;
    private long _logSize = files.Log?.Size ?? 0;

    public DatabaseFileSet Files => files;

    public SqliteFacts Facts => facts;

    /// <summary>Compares the files that the paths name now with those that were opened.</summary>
    /// <returns>The end of a sentence that says what has happened to them; <see langword="null"/> where nothing has.</returns>
    public (string Reason, LossKind Kind)? FindLoss(DatabasePaths paths)
    {
        // Read before the files are looked at, because both only ever grow while a connection is open.
        var (known, knownLog) = (Volatile.Read(ref _size), Volatile.Read(ref _logSize));
        var found = DatabaseFileSet.Of(paths);
        if (found.DifferenceTo(files) is { } difference)
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
}

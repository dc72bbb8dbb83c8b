namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>The files that the service works on, and what the database said about itself when they were opened.</summary>
internal sealed class AttachedFile(DatabaseFileSet files, SqliteFacts facts)
{
    // Another process can write to the files, or empty the log, between the two looks at them.
    private const int MaxLooks = 3;

    private long _size = files.Database?.Size ?? 0;
    private long _logSize = files.Log?.Size ?? 0;

    public DatabaseFileSet Files => files;

    public SqliteFacts Facts => facts;

    /// <summary>Compares the files that the paths name now with those that were opened.</summary>
    /// <returns>The end of a sentence that says what has happened to them; <see langword="null"/> where nothing has.</returns>
    public (string Reason, LossKind Kind)? FindLoss(DatabasePaths paths, string connectionString)
    {
        // Read before the files are looked at, so that one that has grown since does not seem to be shorter.
        var (known, knownLog) = (Volatile.Read(ref _size), Volatile.Read(ref _logSize));
        var found = DatabaseFileSet.Of(paths);
        if (found.DifferenceTo(files) is { } difference)
        {
            return (difference, LossKind.Name);
        }

        if (HasShrunk(ref _logSize, knownLog, found.Log) && !IsStillWhole(ref _logSize, knownLog, paths.Log, needed => needed.Log, connectionString))
        {
            return ("its write-ahead log (-wal) has been shortened", LossKind.Content);
        }

        return HasShrunk(ref _size, known, found.Database) && !IsStillWhole(ref _size, known, paths.Database, needed => needed.Database, connectionString)
            ? ("it has been shortened", LossKind.Content)
            : null;
    }

    private static bool HasShrunk(ref long size, long known, FileState? found)
    {
        var now = found?.Size ?? 0;
        Interlocked.CompareExchange(ref size, Math.Max(now, known), known);
        return now < known;
    }

    // Threat: a shorter file that SQLite has not shortened lacks what was acknowledged.
    private static bool IsStillWhole(
        ref long size, long known, string path, Func<NeededSizes, long> select, string connectionString)
    {
        for (var look = 0; look < MaxLooks && NeededSizes.Read(connectionString) is { } needed; look++)
        {
            if (FileState.Of(path)?.Size is { } now && now >= select(needed))
            {
                Interlocked.CompareExchange(ref size, now, known);
                return true;
            }
        }

        return false;
    }
}

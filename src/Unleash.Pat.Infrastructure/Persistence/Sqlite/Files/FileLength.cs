namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>The length of one of the database's files, by which it is noticed that the file was cut off.</summary>
/// <param name="length">Its length in bytes as it was opened.</param>
/// <param name="needed">How long it must be at least.</param>
internal sealed class FileLength(string path, long length, string connectionString, Func<NeededSizes, long> needed)
{
    // Another process can write to the file, or empty the log, between the two looks.
    private const int MaxLooks = 3;

    private long _known = length;

    /// <summary>To be read before the file is looked at, so that one that has grown since does not seem to be shorter.</summary>
    public long Known => Volatile.Read(ref _known);

    /// <summary>Whether the file lacks something.</summary>
    /// <param name="known">What was <see cref="Known"/> before.</param>
    /// <param name="found">The file as it was found after that.</param>
    /// <remarks>Threat: a shorter file that SQLite has not shortened lacks what was acknowledged.</remarks>
    public bool IsCutOff(long known, FileState? found)
    {
        var now = found?.Size ?? 0;
        if (now < known)
        {
            return !IsWhole(known);
        }

        Interlocked.CompareExchange(ref _known, now, known);
        return false;
    }

    private bool IsWhole(long known)
    {
        for (var look = 0; look < MaxLooks && NeededSizes.Read(connectionString) is { } sizes; look++)
        {
            if (FileState.Of(path)?.Size is { } now && now >= needed(sizes))
            {
                Interlocked.CompareExchange(ref _known, now, known);
                return true;
            }
        }

        return false;
    }
}

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>The files that SQLite works on, as the paths name them now.</summary>
internal readonly record struct DatabaseFileSet(FileState? Database, FileState? Log, FileState? SharedMemory)
{
    public static DatabaseFileSet Of(DatabasePaths paths) =>
        new(FileState.Of(paths.Database), FileState.Of(paths.Log), FileState.Of(paths.SharedMemory));

    /// <summary>Why these are not the files that were opened.</summary>
    /// <returns>The end of a sentence, or <see langword="null"/> where they are.</returns>
    public string? DifferenceTo(DatabaseFileSet opened) => Database switch
    {
        null => "it has been removed or moved away",
        { } found when !IsSame(found, opened.Database) => "another file is in its place",
        _ when !IsSame(Log, opened.Log) => "its write-ahead log (-wal) has been removed or replaced",
        _ when !IsSame(SharedMemory, opened.SharedMemory) => "its shared memory (-shm) has been removed or replaced",
        _ => null,
    };

    public static bool IsSame(FileState? one, FileState? other) =>
        one is { } first && other is { } second ? first.IsSameFile(second) : one is null && other is null;
}

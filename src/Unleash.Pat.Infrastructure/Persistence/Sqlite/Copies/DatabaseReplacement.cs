using Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Copies;

/// <summary>Replaces the database by a file that was checked.</summary>
internal static class DatabaseReplacement
{
    /// <remarks>Threat: a log that stays belongs to the former database, and SQLite would replay it into this one.</remarks>
    /// <returns>Where the former database is now; <see langword="null"/> where there was none.</returns>
    public static string? Replace(DatabasePaths paths, string draft, string? id)
    {
        string? aside = null;
        var before = DatabasePaths.Aside(paths.Database, "before-restore");
        if (File.Exists(paths.Log))
        {
            File.Move(paths.Log, before + "-wal");
        }

        File.Delete(paths.SharedMemory);
        if (File.Exists(paths.Database))
        {
            // One step: at every moment there is a database.
            File.Replace(draft, paths.Database, before);
            aside = before;
        }
        else
        {
            File.Move(draft, paths.Database, overwrite: false);
        }

        Mark(paths, id);
        DurableFile.FlushFolderOf(paths.Database);
        return aside;
    }

    private static void Mark(DatabasePaths paths, string? id)
    {
        if (id is null)
        {
            DatabaseMarker.Remove(paths);
        }
        else
        {
            DatabaseMarker.Write(paths, id);
        }
    }
}

using System.Globalization;
using System.Text;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>A small file beside the database that says which database belongs here.</summary>
/// <remarks>
/// Threat: the database is removed or a volume is not mounted, the service starts, creates an empty one, and refuses every
/// token.
/// </remarks>
internal static class DatabaseMarker
{
    private const int MaxLength = 300;
    private const string NoId = "-";

    /// <summary>The id of the database that was here last.</summary>
    public static string? Read(DatabasePaths paths) => Lines(paths) is [var id, ..] && id != NoId ? id : null;

    /// <summary>Whether the log beside the database is the one that was here last, and the database another file.</summary>
    public static bool IsLogOfAnotherFile(DatabasePaths paths, FileState database, FileState log) =>
        Lines(paths) is [_, var knownDatabase, var knownLog] && knownDatabase != Name(database) && knownLog == Name(log);

    /// <summary>Whether a database has been here before.</summary>
    public static bool IsUsed(DatabasePaths paths) =>
        File.Exists(paths.Marker) || File.Exists(paths.Log) || File.Exists(paths.SharedMemory);

    /// <summary>Records that the files that are here now belong to the database of this id, which is <see langword="null"/> before the first migration.</summary>
    public static void Write(DatabasePaths paths, string? id)
    {
        var files = DatabaseFileSet.Of(paths);
        string[] lines = [id ?? NoId, Name(files.Database), Name(files.Log)];
        if (lines.SequenceEqual(Lines(paths)))
        {
            return;
        }

        try
        {
            Write(paths, lines);
        }
        catch (IOException) when (File.Exists(paths.Marker))
        {
            // A full disk must not keep the service from starting. Without the files' names every log counts as the database's own.
        }
    }

    private static void Write(DatabasePaths paths, string[] lines)
    {
        var draft = $"{paths.Marker}.{Guid.NewGuid():N}";
        try
        {
            using (var file = PrivateFile.Create(draft))
            {
                file.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines) + '\n'));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, paths.Marker, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    // Without the device, whose number can change when the machine restarts.
    private static string Name(FileState? file) =>
        file is { } found ? string.Create(CultureInfo.InvariantCulture, $"{found.Number}/{found.Born}") : NoId;

    private static string[] Lines(DatabasePaths paths)
    {
        try
        {
            var text = File.ReadAllText(paths.Marker).Trim();
            return text.Length is > 0 and <= MaxLength ? text.Split('\n') : [];
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Refuses a database that is not the one that was here.</summary>
    /// <remarks>Threat: a volume of another installation is mounted here, and its tokens would be accepted.</remarks>
    public static void RefuseAnother(DatabasePaths paths, string id)
    {
        if (Read(paths) is { } known && known != id)
        {
            throw new StartupException(
                $"The database {paths.Database} is not the one that was here before: its id is {id}, and {paths.Marker} names "
                + $"{known}. Bring the right one back; or, to use this one from now on, move it away and put it in place by \"database restore\".");
        }
    }

    public static void Remove(DatabasePaths paths) => File.Delete(paths.Marker);
}

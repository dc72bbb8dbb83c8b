using System.Text;

namespace Unleash.Pat.Infrastructure.Persistence.Files;

/// <summary>A small file beside the database that says which one belongs here.</summary>
/// <remarks>
/// Threat: the database is removed or a volume is not mounted, the service starts, makes an empty one, and every token is
/// refused as if it had never been.
/// </remarks>
internal static class DatabaseMarker
{
    private const int MaxLength = 100;

    /// <summary>The id of the database that was here last.</summary>
    public static string? Read(DatabasePaths paths)
    {
        try
        {
            var text = File.ReadAllText(paths.Marker).Trim();
            return text.Length is > 0 and <= MaxLength ? text : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether a database has been here before.</summary>
    public static bool IsUsed(DatabasePaths paths) =>
        File.Exists(paths.Marker) || File.Exists(paths.Log) || File.Exists(paths.SharedMemory);

    public static void Write(DatabasePaths paths, string id)
    {
        if (Read(paths) == id)
        {
            return;
        }

        var draft = $"{paths.Marker}.{Guid.NewGuid():N}";
        using (var file = PrivateFile.Create(draft))
        {
            file.Write(Encoding.UTF8.GetBytes(id + '\n'));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, paths.Marker, overwrite: true);
    }

    public static void Remove(DatabasePaths paths) => File.Delete(paths.Marker);
}

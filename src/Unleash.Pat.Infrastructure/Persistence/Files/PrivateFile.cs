namespace Unleash.Pat.Infrastructure.Persistence.Files;

/// <summary>Files that hold, or tell of, secrets: readable by the service's own user alone from their first byte on.</summary>
/// <remarks>
/// Threat: with the usual umask every user of the machine may read a new file, and changing its mode later leaves a moment
/// in which somebody opens it.
/// </remarks>
internal static class PrivateFile
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Mode;
        }

        return new FileStream(path, options);
    }

    /// <summary>Makes a file that is not there yet; a link in its place is refused too.</summary>
    public static FileStream Create(string path) => Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    /// <summary>Makes a folder; one that is there already keeps its mode: it may be there for others too.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Mode | UnixFileMode.UserExecute);
        }
    }
}

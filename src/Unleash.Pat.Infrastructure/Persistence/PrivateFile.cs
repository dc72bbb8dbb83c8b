namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Files with secrets: only the service's own user can read them, from their first byte on.</summary>
/// <remarks>
/// Threat: with the usual umask every user of the machine may read a new file, and changing its mode later leaves a moment
/// in which another user can open it.
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

    /// <summary>Creates a file. An existing file, or a link in its place, is refused.</summary>
    public static FileStream Create(string path) => Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    /// <summary>Creates a folder. An existing folder keeps its mode, because others may use it too.</summary>
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

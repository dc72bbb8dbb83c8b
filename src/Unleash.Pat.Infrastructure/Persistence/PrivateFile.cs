namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Files with secrets: only the service's own user can read them, from their first byte on.</summary>
/// <remarks>
/// Threat: with the usual umask every user of the machine may read a new file, and changing its mode later leaves a moment
/// in which another user can open it.
/// </remarks>
internal static class PrivateFile
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // The system's own codes, which .NET passes on: EWOULDBLOCK, and ERROR_SHARING_VIOLATION.
    private const int InUseOnLinux = 11;
    private const int InUseOnMacOS = 35;
    private const int InUseOnWindows = unchecked((int)0x80070020);

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

    /// <summary>Whether a file could not be opened because another process has it open, and shares it with nobody.</summary>
    public static bool IsInUse(IOException exception) => exception.HResult is InUseOnLinux or InUseOnMacOS or InUseOnWindows;

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

using System.Runtime.InteropServices;
using System.Text;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Flushes files, so that they survive a loss of power.</summary>
internal static class DurableFile
{
    private const int ReadOnly = 0;

    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Flushes the entries of a file's folder, where the system supports it.</summary>
    public static void FlushFolderOf(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var folder = Open(Encoding.UTF8.GetBytes(Path.GetDirectoryName(path) + '\0'), ReadOnly);
        if (folder >= 0)
        {
            _ = FSync(folder);
            _ = Close(folder);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int file);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}

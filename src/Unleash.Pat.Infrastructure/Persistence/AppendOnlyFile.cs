using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Opens a file for appending, so that a file which can do no more (<c>chattr +a</c>) can be used.</summary>
/// <remarks>.NET's own mode goes to the end once and writes there, which Linux refuses on such a file.</remarks>
internal static class AppendOnlyFile
{
    private const int WriteOnly = 0x1;
    private const int Append = 0x400;
    private const int CloseOnExec = 0x80000;

    /// <summary>Opens it, and creates it where it is missing.</summary>
    public static FileStream Open(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return PrivateFile.Open(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        }

        if (!File.Exists(path))
        {
            PrivateFile.Open(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }

        var file = Open(Encoding.UTF8.GetBytes(path + '\0'), WriteOnly | Append | CloseOnExec);
        return file >= 0
            ? new FileStream(new SafeFileHandle(file, ownsHandle: true), FileAccess.Write, bufferSize: 0)
            : throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}

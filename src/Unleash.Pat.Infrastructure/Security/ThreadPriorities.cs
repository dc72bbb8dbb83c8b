using System.Runtime.InteropServices;

namespace Unleash.Pat.Infrastructure.Security;

internal static class ThreadPriorities
{
    // Of -20 to 19 (setpriority(2)).
    private const int Nice = 10;

    private const int OneThread = 0;
    private const int Current = 0;

    /// <summary>Lowers the priority of the current thread, where the operating system allows it.</summary>
    public static void Lower()
    {
        // The runtime ignores this on Linux, where each thread has a niceness of its own.
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = SetPriority(OneThread, Current, Nice);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library: the number of threads has to suffice.
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Log;

/// <summary>The system's file system as SQLite knows it, but that a log is a <see cref="LogFile"/>.</summary>
internal static unsafe class LogFileSystem
{
    /// <summary>Its name in a connection string.</summary>
    public const string Name = "unleash-pat";

    private const string Library = "e_sqlite3";

    private static Functions* _system;

    /// <summary>Makes it known to SQLite, once and for as long as the process runs.</summary>
    public static void Register()
    {
        _system = Find(null);
        var own = (Functions*)NativeMemory.Alloc((nuint)sizeof(Functions));
        *own = *_system;
        own->FileLength = LogFile.LengthWithAddition(_system->FileLength);
        own->Next = null;
        own->Name = (byte*)Marshal.StringToCoTaskMemUTF8(Name);
        own->Open = &Open;
        SqliteException.ThrowExceptionForRC(Register(own, isDefault: 0), null);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Functions* own, byte* name, LogFile* file, int flags, int* openedFlags)
    {
        var result = _system->Open(own, name, file, flags, openedFlags);
        if (result == raw.SQLITE_OK && (flags & raw.SQLITE_OPEN_WAL) != 0)
        {
            LogFile.Extend(file);
        }

        return result;
    }

    [DllImport(Library, EntryPoint = "sqlite3_vfs_find")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern Functions* Find(byte* name);

    [DllImport(Library, EntryPoint = "sqlite3_vfs_register")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int Register(Functions* functions, int isDefault);

    /// <summary><c>sqlite3_vfs</c>, in its third version, which SQLite's own have; SQLite comes with the service.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Functions
    {
        public int Version;
        public int FileLength;
        public int MaxPathLength;
        public Functions* Next;
        public byte* Name;
        public void* Data;
        public delegate* unmanaged[Cdecl]<Functions*, byte*, LogFile*, int, int*, int> Open;

        // What it does with files that are not open, time, randomness, and its own parts.
        public Rest Others;

        [InlineArray(15)]
        internal struct Rest
        {
            private nint _first;
        }
    }
}

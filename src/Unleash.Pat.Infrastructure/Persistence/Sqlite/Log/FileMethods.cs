using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Log;

/// <summary>What SQLite can do with a file that is open: <c>sqlite3_io_methods</c>, in its third version.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileMethods
{
    public const int KnownVersion = 3;

    public int Version;
    public delegate* unmanaged[Cdecl]<LogFile*, int> Close;
    public delegate* unmanaged[Cdecl]<LogFile*, byte*, int, long, int> Read;
    public delegate* unmanaged[Cdecl]<LogFile*, byte*, int, long, int> Write;
    public delegate* unmanaged[Cdecl]<LogFile*, long, int> Truncate;
    public delegate* unmanaged[Cdecl]<LogFile*, int, int> Sync;
    public delegate* unmanaged[Cdecl]<LogFile*, long*, int> FileSize;

    // Locks, properties of the disk, shared memory and mapped pages, which nothing here calls.
    public Rest Others;

    [InlineArray(12)]
    internal struct Rest
    {
        private nint _first;
    }
}

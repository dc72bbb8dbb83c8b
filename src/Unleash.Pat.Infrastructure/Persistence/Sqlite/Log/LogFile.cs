using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Log;

/// <summary>A log that is open: SQLite's <c>sqlite3_file</c>, which holds back what a commit writes (<see cref="LogBuffer"/>).</summary>
/// <remarks>
/// It is the file of the system's file system, with an addition behind it: methods of this class, to which SQLite is led, and the
/// address of those which it had.
/// </remarks>
internal unsafe struct LogFile
{
    private static int _length;

    private FileMethods* _methods;

    /// <summary>Sets the length of the system's files.</summary>
    /// <returns>The length of those with the addition.</returns>
    public static int LengthWithAddition(int systemLength)
    {
        _length = (systemLength + sizeof(long) - 1) / sizeof(long) * sizeof(long);
        return _length + sizeof(Addition);
    }

    /// <summary>Leads SQLite to the methods of this class, unless those of the file are older than it knows.</summary>
    /// <param name="file">A log as the system's file system has opened it, with room for the addition.</param>
    public static void Extend(LogFile* file)
    {
        if (file->_methods->Version < FileMethods.KnownVersion)
        {
            return;
        }

        var addition = AdditionOf(file);
        addition->System = file->_methods;
        addition->Own = *file->_methods;
        addition->Own.Read = &Read;
        addition->Own.Write = &Write;
        addition->Own.Truncate = &Truncate;
        addition->Own.Sync = &Sync;
        addition->Own.FileSize = &FileSize;
        file->_methods = &addition->Own;
    }

    /// <summary>Writes at once.</summary>
    /// <returns>SQLite's result.</returns>
    public static int Write(LogFile* file, ReadOnlySpan<byte> bytes, long offset)
    {
        fixed (byte* first = bytes)
        {
            return SystemOf(file)->Write(file, first, bytes.Length, offset);
        }
    }

    private static Addition* AdditionOf(LogFile* file) => (Addition*)((byte*)file + _length);

    private static FileMethods* SystemOf(LogFile* file) => AdditionOf(file)->System;

    private static bool Flushes(out int result)
    {
        result = LogBuffer.Current?.Flush() ?? raw.SQLITE_OK;
        return result == raw.SQLITE_OK;
    }

    // Called by SQLite, which knows no exceptions: none of these throws one.

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(LogFile* file, byte* bytes, int length, long offset) => LogBuffer.Current is { } buffer
        ? buffer.Write(file, new ReadOnlySpan<byte>(bytes, length), offset)
        : SystemOf(file)->Write(file, bytes, length, offset);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(LogFile* file, byte* bytes, int length, long offset) =>
        Flushes(out var result) ? SystemOf(file)->Read(file, bytes, length, offset) : result;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(LogFile* file, long length) =>
        Flushes(out var result) ? SystemOf(file)->Truncate(file, length) : result;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(LogFile* file, int flags) =>
        Flushes(out var result) ? SystemOf(file)->Sync(file, flags) : result;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileSize(LogFile* file, long* length) =>
        Flushes(out var result) ? SystemOf(file)->FileSize(file, length) : result;

    private struct Addition
    {
        public FileMethods Own;
        public FileMethods* System;
    }
}

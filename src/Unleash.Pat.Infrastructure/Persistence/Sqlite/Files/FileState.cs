using System.Runtime.InteropServices;
using System.Text;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>The identity and the state of the file that a path names now.</summary>
/// <param name="Device">The file system that it is on; 0 where the operating system does not say.</param>
/// <param name="Number">Its inode on Linux; elsewhere the time of its creation, which a copy does not share.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Changed">When it was last written to.</param>
/// <param name="Born">When it was created, which distinguishes it from a later file with the same inode; 0 where the file system does not store it.</param>
internal readonly record struct FileState(ulong Device, ulong Number, long Size, long Changed, long Born)
{
    private const int AtCurrentFolder = -100;
    private const uint BasicFactsAndBirth = 0xfff;
    private const int KindMask = 0xf000;
    private const int RegularFile = 0x8000;
    private const int MaxOnStack = 1024;

    /// <summary>Reads the state without opening the file, because closing it would release SQLite's locks on it.</summary>
    /// <returns><see langword="null"/> where there is no file, or none that could be a database.</returns>
    public static FileState? Of(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                return OnLinux(path);
            }
            catch (EntryPointNotFoundException)
            {
                // An old C library.
            }
        }

        var file = new FileInfo(path);
        return file.Exists
            ? new FileState(0, (ulong)file.CreationTimeUtc.Ticks, file.Length, file.LastWriteTimeUtc.Ticks, file.CreationTimeUtc.Ticks)
            : null;
    }

    /// <summary>Whether it is the same file, even where its content has changed.</summary>
    public bool IsSameFile(FileState other) => Device == other.Device && Number == other.Number;

    // statx(2), whose answer has one layout on every processor.
    private static FileState? OnLinux(string path)
    {
        // Every read and every write look at three files, so nothing is allocated where the path is not very long.
        Span<byte> facts = stackalloc byte[256];
        var size = Encoding.UTF8.GetMaxByteCount(path.Length) + 1;
        var name = size <= MaxOnStack ? stackalloc byte[MaxOnStack] : new byte[size];
        name[Encoding.UTF8.GetBytes(path, name)] = 0;
        if (StatX(AtCurrentFolder, ref MemoryMarshal.GetReference(name), 0, BasicFactsAndBirth, ref MemoryMarshal.GetReference(facts)) != 0)
        {
            return null;
        }

        var kind = MemoryMarshal.Read<ushort>(facts[28..]) & KindMask;
        return kind != RegularFile
            ? null
            : new FileState(
                ((ulong)MemoryMarshal.Read<uint>(facts[136..]) << 32) | MemoryMarshal.Read<uint>(facts[140..]),
                MemoryMarshal.Read<ulong>(facts[32..]),
                MemoryMarshal.Read<long>(facts[40..]),
                Nanoseconds(facts[112..]),
                Nanoseconds(facts[80..]));
    }

    private static long Nanoseconds(ReadOnlySpan<byte> time) =>
        (MemoryMarshal.Read<long>(time) * 1_000_000_000) + MemoryMarshal.Read<uint>(time[8..]);

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, ref byte path, int flags, uint mask, ref byte facts);
}

namespace Unleash.Pat.Infrastructure.Archiving;

/// <summary>The end of a file of lines, of which the last one may be torn.</summary>
/// <param name="Position">Where its last whole line ends.</param>
/// <param name="Line">That line without its end; <see langword="null"/> where there is none.</param>
internal readonly record struct ArchiveTail(long Position, byte[]? Line)
{
    private const int BlockSize = 64 * 1024;

    /// <summary>Reads from the end, block by block, until the last whole line is found.</summary>
    public static async Task<ArchiveTail> FindAsync(FileStream file, CancellationToken cancellationToken)
    {
        var (start, tail) = (file.Length, Array.Empty<byte>());
        while (true)
        {
            var end = tail.AsSpan().LastIndexOf((byte)'\n');
            var before = end > 0 ? tail.AsSpan(0, end).LastIndexOf((byte)'\n') : -1;
            if (start == 0 || before >= 0)
            {
                return end < 0 ? new ArchiveTail(0, null) : new ArchiveTail(start + end + 1, tail[(before + 1)..end]);
            }

            var block = new byte[Math.Min(BlockSize, start)];
            start -= block.Length;
            file.Position = start;
            await file.ReadExactlyAsync(block, cancellationToken);
            tail = [.. block, .. tail];
        }
    }
}

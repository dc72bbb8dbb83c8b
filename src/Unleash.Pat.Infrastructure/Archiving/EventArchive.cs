using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.Infrastructure.Archiving;

/// <inheritdoc cref="IEventArchive" />
/// <remarks>
/// A file has the events of a month, and the id of its first event in its name. It is locked while it is appended to, so
/// that nodes with one folder do not write at the same time.
/// </remarks>
internal sealed class EventArchive(IOptions<EventOptions> options) : IEventArchive
{
    private const string Pattern = "events-????-??-???????????????????.ndjson";

    public async Task<IAsyncDisposable> AppendAsync(
        byte[] previous, IReadOnlyList<SealedEvent> events, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(options.Value.ArchiveTo!);

        // Threat: the folder of a disk that is not mounted would be made again, and the archive would lie beside the disk.
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The folder {folder} of Events:ArchiveTo is not there. No event is deleted.");
        }

        var prefix = string.Create(CultureInfo.InvariantCulture, $"events-{events[0].Event.CreatedAt.UtcDateTime:yyyy-MM}-");
        var latest = Files(folder).LastOrDefault(path => Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal) && FirstIdOf(path) <= events[0].Event.Id);
        return (latest is null ? null : await TryAppendAsync(latest, previous, events, cancellationToken))
            ?? await CreateAsync(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{prefix}{events[0].Event.Id:D19}.ndjson")), previous, events, cancellationToken);
    }

    public async IAsyncEnumerable<ArchivedEvent> ReadAsync(
        IReadOnlyList<string> folders, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = new Queue<string>(folders.SelectMany(Files).OrderBy(FirstIdOf));
        var open = new PriorityQueue<IAsyncEnumerator<ArchivedEvent>, long>();
        while (files.Count > 0 || open.Count > 0)
        {
            // Those of several nodes can overlap.
            while (files.TryPeek(out var next) && (!open.TryPeek(out _, out var id) || FirstIdOf(next) <= id))
            {
                await EnqueueAsync(open, ArchiveReader.ReadAsync(files.Dequeue(), cancellationToken).GetAsyncEnumerator(cancellationToken));
            }

            if (open.TryDequeue(out var lines, out _))
            {
                yield return lines.Current;
                await EnqueueAsync(open, lines);
            }
        }
    }

    private static async Task EnqueueAsync(
        PriorityQueue<IAsyncEnumerator<ArchivedEvent>, long> open, IAsyncEnumerator<ArchivedEvent> lines)
    {
        if (await lines.MoveNextAsync())
        {
            // A line that cannot be read is told at once.
            open.Enqueue(lines, lines.Current.Entry?.Event.Id ?? 0);
        }
        else
        {
            await lines.DisposeAsync();
        }
    }

    private static IOrderedEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, Pattern).Where(path => FirstIdOf(path) > 0).OrderBy(FirstIdOf);

    private static long FirstIdOf(string path) =>
        long.TryParse(Path.GetFileNameWithoutExtension(path)[^19..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <returns><see langword="null"/> where the events do not follow what the file has.</returns>
    private static async Task<IAsyncDisposable?> TryAppendAsync(
        string path, byte[] previous, IReadOnlyList<SealedEvent> events, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        try
        {
            if (await MissingAsync(file, path, previous, events, cancellationToken) is { } missing)
            {
                await WriteAsync(file, previous, events, missing, cancellationToken);
                return file;
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        await file.DisposeAsync();
        return null;
    }

    /// <summary>How many of the events the file has already; it is cut after its last whole line.</summary>
    private static async Task<int?> MissingAsync(
        FileStream file, string path, byte[] previous, IReadOnlyList<SealedEvent> events, CancellationToken cancellationToken)
    {
        var end = await ArchiveTail.FindAsync(file, cancellationToken);
        var last = end.Line is { } line ? ArchiveLine.Read(line)?.Entry : null;
        if (end.Line is not null && last is null)
        {
            throw new IOException($"The last line of {path} is not one that the service wrote. No event is deleted.");
        }

        var lastId = last?.Event.Id ?? 0;
        var known = events.Count(entry => entry.Event.Id <= lastId);
        var follows = known > 0
            ? events[known - 1].Hash.AsSpan().SequenceEqual(last!.Hash)
            : last is null ? FirstIdOf(path) == events[0].Event.Id : last.Hash.AsSpan().SequenceEqual(previous) && file.Length < IEventArchive.MaxFileSize;
        // Threat: a database that was restored from a backup gives ids again, and other events than those in the file have them.
        if (known > 0 && !follows)
        {
            throw new IOException(
                $"{path} ends with event {lastId}, which is not among those that are old enough here, or is another one. No event is deleted.");
        }

        if (follows)
        {
            file.SetLength(end.Position);
            file.Position = end.Position;
        }

        return follows ? known : null;
    }

    private static async Task<IAsyncDisposable> CreateAsync(
        string path, byte[] previous, IReadOnlyList<SealedEvent> events, CancellationToken cancellationToken)
    {
        var file = PrivateFile.Create(path);
        try
        {
            await WriteAsync(file, previous, events, known: 0, cancellationToken);
            DurableFile.FlushFolderOf(path);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task WriteAsync(
        FileStream file, byte[] previous, IReadOnlyList<SealedEvent> events, int known, CancellationToken cancellationToken)
    {
        using var lines = new MemoryStream();
        for (var index = known; index < events.Count; index++)
        {
            ArchiveLine.Write(lines, index == 0 ? previous : events[index - 1].Hash, events[index]);
        }

        lines.Position = 0;
        await lines.CopyToAsync(file, cancellationToken);
        file.Flush(flushToDisk: true);
    }
}

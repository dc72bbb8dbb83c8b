namespace Unleash.Pat.Application.Events.Chain;

/// <summary>Stores events in files before they are deleted (docs/event-log.md).</summary>
public interface IEventArchive
{
    /// <summary>The most bytes of a file, after which another one is begun.</summary>
    const long MaxFileSize = 1L << 30;

    /// <summary>Appends events, and has them on the disk before it returns. Those that are there already are not appended again.</summary>
    /// <param name="previous">The hash before the first one.</param>
    /// <param name="events">By id, all of one month.</param>
    /// <returns>Keeps other nodes from appending until it is disposed of.</returns>
    /// <exception cref="IOException">They are not stored.</exception>
    Task<IAsyncDisposable> AppendAsync(byte[] previous, IReadOnlyList<SealedEvent> events, CancellationToken cancellationToken);

    /// <summary>Reads archives, by id.</summary>
    /// <param name="folders">The folders of several nodes are read as one archive.</param>
    IAsyncEnumerable<ArchivedEvent> ReadAsync(IReadOnlyList<string> folders, CancellationToken cancellationToken);
}

/// <summary>A line of an archive.</summary>
/// <param name="Place">The file and the line.</param>
/// <param name="Previous">The hash of the event before it.</param>
/// <param name="Entry">The event and its hash; <see langword="null"/> where the line is not one that the service wrote.</param>
public sealed record ArchivedEvent(string Place, byte[] Previous, SealedEvent? Entry);

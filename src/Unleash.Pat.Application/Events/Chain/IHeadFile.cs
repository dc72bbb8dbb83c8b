namespace Unleash.Pat.Application.Events.Chain;

/// <summary>Stores heads of the chain in a file, outside of the database's reach.</summary>
public interface IHeadFile
{
    /// <summary>Appends a head as a line, and has it on the disk before it returns.</summary>
    /// <exception cref="IOException">It is not stored.</exception>
    Task AppendAsync(string path, ChainHead head, CancellationToken cancellationToken);

    /// <summary>Reads the heads of a file.</summary>
    /// <returns>For each line its head; <see langword="null"/> where it has none.</returns>
    Task<IReadOnlyList<ChainHead?>> ReadAsync(string path, CancellationToken cancellationToken);
}

/// <summary>The newest event of the chain at a time.</summary>
/// <param name="Id">Its id; 0 where no event is sealed.</param>
/// <param name="Hash">Its hash, which depends on all events before it.</param>
/// <param name="At">When it was asked for.</param>
public sealed record ChainHead(long Id, byte[] Hash, DateTimeOffset At);

namespace Unleash.Pat.Application.Authentication.Revocations;

/// <summary>Reads and deletes revocations. Repositories write them, in the transaction of the change.</summary>
public interface IRevocationStore
{
    /// <summary>
    /// The longest time between a revocation's id and its commit, in which a later id can be committed first; zero on an
    /// engine that has one writer at a time.
    /// </summary>
    TimeSpan CommitDelay { get; }

    /// <summary>Reads the revocations after an id, in the order of their ids.</summary>
    /// <exception cref="ServiceUnavailableException">The database cannot be reached.</exception>
    Task<IReadOnlyList<Revocation>> ReadAfterAsync(long id, CancellationToken cancellationToken);

    /// <summary>Deletes the oldest revocations.</summary>
    /// <param name="id">The last one that may be deleted.</param>
    /// <param name="limit">The most that are deleted at once.</param>
    /// <returns>How many were deleted.</returns>
    /// <exception cref="ServiceUnavailableException">The database cannot be reached.</exception>
    Task<int> DeleteThroughAsync(long id, int limit, CancellationToken cancellationToken);
}

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>Stores which node does what only one may do at a time.</summary>
public interface ILeaseStore
{
    /// <summary>The longest name of a holder.</summary>
    const int MaxHolderLength = 64;

    /// <summary>Takes or renews a lease, where no other node has it.</summary>
    /// <param name="name">The lease; a migration has created it.</param>
    /// <param name="holder">This node, by a name that no other has.</param>
    /// <param name="now">A lease that has ended by then can be taken.</param>
    /// <param name="endsAt">
    /// When it ends, unless it is renewed. One that lasts more than twice as long is taken too: a node whose clock was wrong
    /// has left it.
    /// </param>
    /// <returns>Whether this node has it.</returns>
    /// <exception cref="ServiceUnavailableException">The database cannot be reached.</exception>
    Task<bool> TryTakeAsync(string name, string holder, DateTimeOffset now, DateTimeOffset endsAt, CancellationToken cancellationToken);
}

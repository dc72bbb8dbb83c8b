namespace Unleash.Pat.Application.Authentication;

/// <summary>Stores when tokens of one kind, or sessions, were last used.</summary>
public interface ILastUsedStore
{
    /// <summary>The most uses in one call.</summary>
    const int MaxBatchSize = 200;

    /// <summary>Writes the uses, all or none. A stored time never goes back.</summary>
    /// <param name="uses">At most <see cref="MaxBatchSize"/>, each id once.</param>
    /// <returns>A task that completes with the commit.</returns>
    /// <exception cref="ServiceUnavailableException">Nothing could be written.</exception>
    Task WriteLastUsedAsync(IReadOnlyList<LastUse> uses, CancellationToken cancellationToken);
}

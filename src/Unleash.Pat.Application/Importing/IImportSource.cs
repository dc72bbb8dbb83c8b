namespace Unleash.Pat.Application.Importing;

/// <summary>Where accounts and tokens are taken from.</summary>
public interface IImportSource : IAsyncDisposable
{
    /// <summary>Which source it is, the same in each run, however it is reached: <c>unleash 88b389e9-…</c>.</summary>
    Task<string> GetNameAsync(CancellationToken cancellationToken);

    /// <summary>The accounts with their tokens, in the same order in each run. Secrets have become verifiers.</summary>
    /// <exception cref="Hosting.StartupException">The source cannot be read.</exception>
    IAsyncEnumerable<SourceAccount> ReadAsync(CancellationToken cancellationToken);
}

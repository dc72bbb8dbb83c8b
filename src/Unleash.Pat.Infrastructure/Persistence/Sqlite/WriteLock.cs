namespace Unleash.Pat.Infrastructure.Persistence.Sqlite;

/// <summary>The queue of this process's writers.</summary>
/// <remarks>
/// SQLite lets waiting writers poll, which starves some of them and blocks a thread each. Within this process they queue
/// here instead; the busy timeout is for other processes alone.
/// </remarks>
internal sealed class WriteLock : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    public async ValueTask<IDisposable?> AcquireAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        return new WriteLease(_writer);
    }

    public void Dispose() => _writer.Dispose();

    private sealed class WriteLease(SemaphoreSlim writer) : IDisposable
    {
        public void Dispose() => writer.Release();
    }
}

using Unleash.Pat.Application;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Bounds how long one piece of work waits for the database: for its turn, a connection and other processes' locks.</summary>
internal sealed class WaitLimit : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;

    public WaitLimit(TimeSpan patience, CancellationToken caller)
    {
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(patience);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether a wait ended because of the limit, and not because the caller has gone.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>What the caller is told then.</summary>
    public static ServiceUnavailableException Told(OperationCanceledException cause) =>
        new(new TimeoutException("The database was not free in time.", cause));

    public void Dispose() => _source.Dispose();
}

using Unleash.Pat.Application;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Bounds how long one piece of work waits for the write lock, a connection and other processes' locks.</summary>
internal sealed class WaitLimit : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;

    public WaitLimit(TimeSpan timeout, CancellationToken caller)
    {
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(timeout);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the limit, and not the caller, has cancelled the wait.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>The exception for a wait that the limit has cancelled.</summary>
    public static ServiceUnavailableException Exceeded(OperationCanceledException cause) =>
        new(new TimeoutException("The database was not free in time.", cause));

    public void Dispose() => _source.Dispose();
}

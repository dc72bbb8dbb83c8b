using System.Collections.Concurrent;
using Unleash.Pat.Application;

namespace Unleash.Pat.Infrastructure.Security;

/// <summary>Threads that only hash passwords. At least one processor is left to other work.</summary>
/// <remarks>
/// Threat: a hash takes a tenth of a second of a processor on purpose, and every visitor of the sign-in form can request as
/// many as they like. On the threads that answer requests they would hold up the verification of tokens. So few run at
/// once, at a lower priority, few may wait, and nothing is hashed for callers that have gone.
/// </remarks>
internal sealed class HashingThreads : IDisposable
{
    // Two seconds of work. Further callers are told to try again.
    private const int WaitingPerThread = 20;

    private const int RetryAfterSeconds = 2;

    // Long enough to sign in on a busy machine, where threads of low priority run rarely.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly BlockingCollection<Action> _waiting;
    private readonly TimeSpan _longestWait;

    public HashingThreads()
        : this(Math.Max(1, Environment.ProcessorCount - 1), WaitingPerThread, LongestWait)
    {
    }

    internal HashingThreads(int threads, int waitingPerThread, TimeSpan longestWait)
    {
        _longestWait = longestWait;
        _waiting = new BlockingCollection<Action>(threads * waitingPerThread);
        for (var index = 0; index < threads; index++)
        {
            new Thread(Work) { IsBackground = true, Name = "password hashing" }.Start();
        }
    }

    /// <summary>Queues work.</summary>
    /// <exception cref="RefusedException">Too much is waiting, or it has waited too long.</exception>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_longestWait);
        var waits = limit.Token;
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_waiting.TryAdd(() => Complete(result, work, waits), millisecondsTimeout: 0, CancellationToken.None))
        {
            throw new RefusedException(Errors.TooManyPasswords(RetryAfterSeconds));
        }

        try
        {
            return await result.Task.WaitAsync(waits);
        }
        catch (OperationCanceledException) when (waits.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new RefusedException(Errors.TooManyPasswords(RetryAfterSeconds));
        }
    }

    public void Dispose() => _waiting.CompleteAdding();

    private static void Complete<T>(TaskCompletionSource<T> result, Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            result.TrySetCanceled(cancellationToken);
            return;
        }

        try
        {
            result.TrySetResult(work());
        }
#pragma warning disable CA1031 // It is thrown again where the result is awaited; thrown here it would end the process.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            result.TrySetException(exception);
        }
    }

    private void Work()
    {
        ThreadPriorities.Lower();
        foreach (var work in _waiting.GetConsumingEnumerable())
        {
            work();
        }
    }
}

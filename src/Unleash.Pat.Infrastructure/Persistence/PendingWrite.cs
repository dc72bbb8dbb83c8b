using System.Diagnostics;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>A change that waits to be committed together with others.</summary>
internal abstract class PendingWrite(bool isRevocation, Attempt attempt)
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Cancelled = 2;

    private int _state;

    /// <summary>Where the trace of its caller is; empty where nothing is traced.</summary>
    public ActivityContext Caller { get; } = Activity.Current?.Context ?? default;

    /// <summary>Whether it takes a right away, and so is written on a full disk too.</summary>
    public bool IsRevocation => isRevocation;

    public Attempt Attempt => attempt;

    public bool IsWaiting => Volatile.Read(ref _state) == Waiting;

    /// <summary>Why its statements failed; <see langword="null"/> where they have run, or have not yet.</summary>
    public Exception? Failure { get; protected set; }

    /// <summary>Begins the change. Its caller is answered by <see cref="Answer"/> or <see cref="Fail"/> from here on.</summary>
    /// <returns><see langword="false"/> where its caller has cancelled it before.</returns>
    public bool TryStart() => Interlocked.CompareExchange(ref _state, Started, Waiting) == Waiting;

    /// <summary>Runs its statements, again where they were undone, and keeps their outcome.</summary>
    public abstract Task RunAsync(WriteTransaction transaction);

    /// <summary>Answers its caller after the commit, by the outcome of its statements.</summary>
    public abstract void Answer();

    /// <summary>Answers its caller: nothing of it is committed, or the answer to the commit was lost.</summary>
    public abstract void Fail(Exception exception);

    /// <returns>Whether it had not begun, and will not.</returns>
    protected bool TryCancel() => Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting;
}

/// <inheritdoc />
internal sealed class PendingWrite<T>(Func<WriteTransaction, Task<T>> write, bool isRevocation, Attempt attempt)
    : PendingWrite(isRevocation, attempt)
{
    // Its caller goes on elsewhere: the others of its group are not to wait for that.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Threat: another caller's thread runs the change. In that thread's context the change would be that other caller's.
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private T _result = default!;

    /// <summary>Waits for the commit. Once the change has begun, the wait is not cancelled: it is committed or fails.</summary>
    public async Task<T> WaitAsync(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingWrite<T>)state!).Cancel(token), this);
        return await _answer.Task;
    }

    public override async Task RunAsync(WriteTransaction transaction)
    {
        Failure = null;
        try
        {
            _result = await InOwnContext(transaction);
        }
        catch (Exception exception)
        {
            Failure = exception;
        }
    }

    public override void Answer()
    {
        if (Failure is null)
        {
            _answer.TrySetResult(_result);
        }
        else
        {
            _answer.TrySetException(Failure);
        }
    }

    public override void Fail(Exception exception) => _answer.TrySetException(exception);

    private Task<T> InOwnContext(WriteTransaction transaction)
    {
        if (_context is null)
        {
            return write(transaction);
        }

        Task<T>? written = null;
        ExecutionContext.Run(_context, _ => written = write(transaction), null);
        return written!;
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        if (TryCancel())
        {
            _answer.TrySetCanceled(cancellationToken);
        }
    }
}

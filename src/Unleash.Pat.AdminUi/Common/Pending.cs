namespace Unleash.Pat.AdminUi.Common;

/// <summary>What has been sent and has no answer yet.</summary>
internal abstract class Pending
{
    private TaskCompletionSource _none = Completed();
    private int _count;

    /// <summary>Says that <see cref="IsAny"/> is another.</summary>
    public event Action? Changed;

    public bool IsAny => _count > 0;

    /// <summary>Counts one until it is disposed.</summary>
    public IDisposable Begin()
    {
        if (_count++ == 0)
        {
            _none = new TaskCompletionSource();
            Changed?.Invoke();
        }

        return new End(this);
    }

    /// <summary>Waits until everything has its answer.</summary>
    public Task NoneAsync() => _none.Task;

    private static TaskCompletionSource Completed()
    {
        var none = new TaskCompletionSource();
        none.SetResult();
        return none;
    }

    private sealed class End(Pending pending) : IDisposable
    {
        public void Dispose()
        {
            if (--pending._count == 0)
            {
                pending.Changed?.Invoke();
                pending._none.SetResult();
            }
        }
    }
}

/// <summary>Forms in dialogs. Nobody may leave between such a request and its answer: what it creates may be shown only once.</summary>
internal sealed class PendingForms : Pending;

/// <summary>Requests that change something. A list that was asked for meanwhile may not know of the change.</summary>
internal sealed class PendingChanges : Pending;

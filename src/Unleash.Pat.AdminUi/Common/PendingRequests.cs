namespace Unleash.Pat.AdminUi.Common;

/// <summary>Counts the requests that are in flight.</summary>
internal abstract class PendingRequests
{
    private TaskCompletionSource _idle = Completed();
    private int _count;

    /// <summary>Raised when <see cref="IsAny"/> changes.</summary>
    public event Action? Changed;

    public bool IsAny => _count > 0;

    /// <summary>Counts a request until the result is disposed.</summary>
    public IDisposable Begin()
    {
        if (_count++ == 0)
        {
            _idle = new TaskCompletionSource();
            Changed?.Invoke();
        }

        return new Request(this);
    }

    public Task WhenIdleAsync() => _idle.Task;

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }

    private sealed class Request(PendingRequests requests) : IDisposable
    {
        public void Dispose()
        {
            if (--requests._count == 0)
            {
                requests.Changed?.Invoke();
                requests._idle.SetResult();
            }
        }
    }
}

/// <summary>Requests of forms in dialogs. They block navigation, because a secret that they create is shown only once.</summary>
internal sealed class PendingForms : PendingRequests;

/// <summary>Requests that change something. The response to a read that started earlier may not include the change.</summary>
internal sealed class PendingChanges : PendingRequests;

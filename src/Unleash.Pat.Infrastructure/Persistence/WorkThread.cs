namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>A thread for work that blocks. It starts when there is work, and ends when there has been none for some time.</summary>
/// <remarks>
/// The thread pool runs as many threads as there are processors. One that waits for the disk counts as running, so that on two
/// processors the requests would have one.
/// </remarks>
/// <param name="name">The name of the thread, as debuggers show it.</param>
/// <param name="maxIdleTime">How long it waits for work before it ends.</param>
/// <param name="work">What it does when it is woken. It must not throw.</param>
internal sealed class WorkThread(string name, TimeSpan maxIdleTime, Action work)
{
    private readonly object _gate = new();
    private bool _isAlive;
    private bool _isDue;

    /// <summary>Has the work done once after this call.</summary>
    /// <exception cref="OutOfMemoryException">The system has no thread for it. The work is not done.</exception>
    public void Wake()
    {
        lock (_gate)
        {
            if (_isAlive)
            {
                Monitor.Pulse(_gate);
            }
            else
            {
                // It belongs to no request: neither its trace nor its culture.
                new Thread(Run) { Name = name, IsBackground = true }.UnsafeStart();
                _isAlive = true;
            }

            _isDue = true;
        }
    }

    private void Run()
    {
        while (WaitForWork())
        {
            work();
        }
    }

    private bool WaitForWork()
    {
        lock (_gate)
        {
            _isAlive = _isDue || Monitor.Wait(_gate, maxIdleTime) || _isDue;
            _isDue = false;
            return _isAlive;
        }
    }
}

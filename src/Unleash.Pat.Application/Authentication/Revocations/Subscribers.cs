namespace Unleash.Pat.Application.Authentication.Revocations;

/// <summary>The subscriptions to the revocations that this node reads.</summary>
internal sealed class Subscribers(TimeProvider time)
{
    /// <summary>
    /// How long what was read is told to new subscribers too. Threat: another node, which has not read it yet, tells a new
    /// subscriber that the token is active, and the subscriber remembers that.
    /// </summary>
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(2);

    // Threat: subscribers trust their memory for a second after they heard from this node. After a slow read, what they hear
    // is old already.
    private static readonly TimeSpan SlowRead = TimeSpan.FromMilliseconds(250);

    private readonly List<RevocationSubscription> _subscriptions = [];
    private readonly Queue<(long At, RevocationBatch Batch)> _recent = [];
    private readonly Lock _gate = new();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _subscriptions.Count;
            }
        }
    }

    public RevocationSubscription Add()
    {
        var subscription = new RevocationSubscription(Remove);
        lock (_gate)
        {
            DropOld();
            foreach (var (_, batch) in _recent)
            {
                subscription.Write(batch);
            }

            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    public void Publish(RevocationBatch batch, MemoryTrust.Reading reading)
    {
        lock (_gate)
        {
            DropOld();
            if (!batch.IsEmpty)
            {
                _recent.Enqueue((time.GetTimestamp(), batch));
            }
            else if (time.GetElapsedTime(reading.Timestamp) > SlowRead)
            {
                return;
            }

            foreach (var subscription in _subscriptions.ToArray())
            {
                subscription.Write(batch);
            }
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _subscriptions.ForEach(subscription => subscription.End());
            _subscriptions.Clear();
        }
    }

    private void Remove(RevocationSubscription subscription)
    {
        lock (_gate)
        {
            _subscriptions.Remove(subscription);
        }
    }

    private void DropOld()
    {
        while (_recent.TryPeek(out var first) && time.GetElapsedTime(first.At) > Recent)
        {
            _recent.Dequeue();
        }
    }
}

namespace Unleash.Pat.Application.Authentication.Revocations;

/// <summary>
/// Reads what was revoked on any node, makes this node forget it, and passes it on
/// (docs/decisions/0031-nodes-read-the-revocations.md).
/// </summary>
public sealed class RevocationFeed(TokenVerifiers verifiers, MemoryTrust trust, IRevocationStore store, TimeProvider time)
{
    private readonly Subscribers _subscribers = new(time);
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private RevocationPosition _position = new(store.CommitDelay);

    /// <summary>The last revocation that no node needs.</summary>
    internal long Prunable
    {
        get
        {
            lock (_gate)
            {
                return _position.Prunable;
            }
        }
    }

    /// <summary>Whether this node is up to date. Where it is not, a subscription would end at once.</summary>
    public bool IsUpToDate => trust.IsGiven;

    /// <summary>Subscribes to what is read from now on, and to what was read during the last two seconds.</summary>
    /// <returns>The subscription. It is active before this returns.</returns>
    public RevocationSubscription Subscribe() => _subscribers.Add();

    /// <summary>
    /// Forgets everything and reads the revocations from their beginning, because changes may have been missed: the
    /// database was replaced, or this node has not read for a second. Subscriptions end.
    /// </summary>
    public void StartOver()
    {
        lock (_gate)
        {
            trust.Withdraw();
            verifiers.Forget();
            _position = new RevocationPosition(store.CommitDelay);
            _subscribers.End();
        }
    }

    /// <summary>Reads once. Where the last read is more than a second ago, this node starts over.</summary>
    internal async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (!trust.IsGiven)
        {
            StartOver();
        }

        var (position, reading, at) = (_position, trust.Now(), time.GetElapsedTime(_start));
        var found = await store.ReadAfterAsync(position.After, cancellationToken);
        lock (_gate)
        {
            // Another database may have come since the read began.
            if (position == _position)
            {
                Take(position.Take(at, found), reading);
            }
        }
    }

    private void Take(IReadOnlyList<Revocation> unseen, MemoryTrust.Reading reading)
    {
        foreach (var revocation in unseen)
        {
            Forget(revocation);
        }

        trust.Renew(reading);
        _subscribers.Publish(RevocationBatch.Of(unseen), reading);
    }

    private void Forget(Revocation revocation)
    {
        switch (revocation.Subject)
        {
            case RevokedSubject.Pat:
                verifiers.EvictToken(revocation.SubjectId);
                break;
            case RevokedSubject.AdminToken:
                verifiers.EvictAdminToken(revocation.SubjectId);
                break;
            case RevokedSubject.Account:
                verifiers.EvictAccount(revocation.SubjectId);
                break;
            default:
                // A later version's: this one cannot tell what it concerns.
                verifiers.Forget();
                break;
        }
    }
}

using System.Diagnostics;
using Unleash.Pat.Application.Telemetry;

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
    private long _lastRead = time.GetTimestamp();
    private long _revocations;

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

    /// <summary>How old what this node knows is: the time since its last complete read began, or since its start.</summary>
    internal TimeSpan Age => time.GetElapsedTime(Volatile.Read(ref _lastRead));

    /// <summary>How many revocations this node has read.</summary>
    internal long Revocations => Volatile.Read(ref _revocations);

    /// <summary>How many subscriptions there are.</summary>
    internal int Subscriptions => _subscribers.Count;

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
        Volatile.Write(ref _lastRead, reading.Timestamp);
        Volatile.Write(ref _revocations, _revocations + unseen.Count);
        Trace(unseen.Count, reading);
        _subscribers.Publish(RevocationBatch.Of(unseen), reading);
    }

    // Only reads that found something: one of nothing every 250 ms would hide all other spans.
    private static void Trace(int found, MemoryTrust.Reading reading)
    {
        if (found > 0)
        {
            using var span = ServiceTelemetry.Source.StartActivity(
                "read revocations", ActivityKind.Internal, parentContext: default, startTime: reading.WallClock);
            span?.SetTag("count", found);
        }
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

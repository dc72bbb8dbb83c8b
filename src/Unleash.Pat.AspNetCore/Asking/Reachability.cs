namespace Unleash.Pat.AspNetCore.Asking;

/// <summary>
/// Whether the service answered lately. While it does not, and a token may be trusted without it, one request at a time
/// tries: the others must not each wait until their question times out.
/// </summary>
internal sealed class Reachability(long pause)
{
    private long _tryAt = long.MinValue;

    public bool MayTry(long timestamp)
    {
        var tryAt = Volatile.Read(ref _tryAt);
        return tryAt == long.MinValue
            || (timestamp >= tryAt && Interlocked.CompareExchange(ref _tryAt, timestamp + pause, tryAt) == tryAt);
    }

    public void Succeeded()
    {
        if (Volatile.Read(ref _tryAt) != long.MinValue)
        {
            Volatile.Write(ref _tryAt, long.MinValue);
        }
    }

    public void Failed(long timestamp) => Volatile.Write(ref _tryAt, timestamp + pause);
}

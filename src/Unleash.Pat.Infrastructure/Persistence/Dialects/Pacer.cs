namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>Lets one of many do something, at most once in an interval.</summary>
internal sealed class Pacer(TimeSpan interval)
{
    // Other machines do not go by this service's clock, so it is the monotonic one that counts.
    private readonly TimeProvider _time = TimeProvider.System;
    private long _last = long.MinValue;

    /// <summary>Whether it is the caller who does it now.</summary>
    public bool TryBegin()
    {
        var last = Volatile.Read(ref _last);
        var now = _time.GetTimestamp();
        return (last == long.MinValue || _time.GetElapsedTime(last, now) >= interval)
            && Interlocked.CompareExchange(ref _last, now, last) == last;
    }
}

namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>Lets one of many callers through, at most once in an interval.</summary>
internal sealed class Pacer(TimeSpan interval)
{
    // Monotonic, and the machine's: other machines do not go by this service's clock.
    private readonly TimeProvider _time = TimeProvider.System;
    private long _last = long.MinValue;

    public bool TryBegin()
    {
        var last = Volatile.Read(ref _last);
        var now = _time.GetTimestamp();
        return (last == long.MinValue || _time.GetElapsedTime(last, now) >= interval)
            && Interlocked.CompareExchange(ref _last, now, last) == last;
    }
}

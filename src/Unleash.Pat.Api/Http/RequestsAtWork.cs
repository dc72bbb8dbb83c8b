namespace Unleash.Pat.Api.Http;

/// <summary>Counts the requests that the service works on. One whose body has not arrived is not among them.</summary>
internal sealed class RequestsAtWork
{
    private int _count;

    /// <summary>Whether the service only waits for clients.</summary>
    public bool IsEmpty => Volatile.Read(ref _count) == 0;

    public void Enter() => Interlocked.Increment(ref _count);

    public void Leave() => Interlocked.Decrement(ref _count);
}

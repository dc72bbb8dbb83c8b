namespace Unleash.Pat.Benchmarks;

/// <summary>
/// Counts the verifications that were not answered from memory. A machine that stalls for a second makes some: who may have
/// missed a revocation reads again. Many would make the figures those of something else.
/// </summary>
internal sealed class Misses
{
    private const int MostPercent = 5;

    private long _calls;
    private long _misses;

    public void Count(bool isMiss)
    {
        _calls++;
        _misses += isMiss ? 1 : 0;
    }

    public void ThrowIfMany()
    {
        if (_misses * 100 > _calls * MostPercent)
        {
            throw new InvalidOperationException($"{_misses} of {_calls} verifications were not from memory.");
        }
    }
}

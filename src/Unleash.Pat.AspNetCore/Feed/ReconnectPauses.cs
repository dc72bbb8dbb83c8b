using System.Security.Cryptography;

namespace Unleash.Pat.AspNetCore.Feed;

/// <summary>
/// How long to wait before the feed is opened again: not at all the first time, then longer each time, up to five
/// seconds. A random part keeps all programs from coming back at the same moment.
/// </summary>
internal sealed class ReconnectPauses
{
    /// <summary>A feed that was alive for so long is no longer counted among the failures before it.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    private const int First = 100;
    private const int Longest = 5_000;

    private int _failures;

    public TimeSpan Next(TimeSpan wasAlive)
    {
        _failures = wasAlive >= Settled ? 0 : _failures;
        var exponent = _failures++ - 1;
        if (exponent < 0)
        {
            return TimeSpan.Zero;
        }

        var most = Math.Min(Longest, First << Math.Min(exponent, 16));
        return TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(most / 2, most + 1));
    }
}

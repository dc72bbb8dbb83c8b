using System.Security.Cryptography;

namespace Unleash.Pat.Application.Notifications;

/// <summary>When a notification that could not be sent is tried again.</summary>
internal static class RetryPauses
{
    /// <summary>For how long it is tried.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    private const int Jitter = 20;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2),
    ];

    /// <param name="attempts">How many attempts have failed.</param>
    /// <param name="retryAfter">How long the receiver asks to wait.</param>
    /// <returns>When the next attempt is due; <see langword="null"/> to give up. The last one is at the end of the day.</returns>
    public static DateTimeOffset? Next(DateTimeOffset createdAt, int attempts, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var end = createdAt + GiveUpAfter;
        if (now >= end)
        {
            return null;
        }

        // Many that failed together must not come back together.
        var percent = 100 + RandomNumberGenerator.GetInt32(-Jitter, Jitter + 1);
        var pause = Pauses[Math.Clamp(attempts - 1, 0, Pauses.Length - 1)] * percent / 100;
        var wait = retryAfter > pause ? retryAfter.Value : pause;
        return wait < end - now ? now + wait : end;
    }
}

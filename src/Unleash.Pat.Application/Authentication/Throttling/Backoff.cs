namespace Unleash.Pat.Application.Authentication.Throttling;

/// <summary>How long to wait after so many failures: nothing at first, then twice as long with each more.</summary>
/// <param name="Free">The failures without a wait.</param>
/// <param name="First">The wait after that many.</param>
/// <param name="Longest">The longest wait.</param>
internal sealed record Backoff(int Free, TimeSpan First, TimeSpan Longest)
{
    private const int MostDoublings = 20;

    /// <summary>One address that guesses one account's password.</summary>
    public static Backoff OfSource { get; } = new(10, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15));

    /// <summary>Many addresses that do, as far as they are strange to the account.</summary>
    public static Backoff OfAccount { get; } = new(100, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    public TimeSpan After(int failures)
    {
        if (failures < Free)
        {
            return TimeSpan.Zero;
        }

        var wait = First * (1L << Math.Min(failures - Free, MostDoublings));
        return wait < Longest ? wait : Longest;
    }
}

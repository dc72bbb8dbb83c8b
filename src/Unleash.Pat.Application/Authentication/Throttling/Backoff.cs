namespace Unleash.Pat.Application.Authentication.Throttling;

/// <summary>The wait after a number of failures: none at first, then twice as long with each further failure.</summary>
/// <param name="Free">The number of failures without a wait.</param>
internal sealed record Backoff(int Free, TimeSpan First, TimeSpan Longest)
{
    private const int MostDoublings = 20;

    /// <summary>For one address that guesses the password of one account.</summary>
    public static Backoff OfSource { get; } = new(10, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15));

    /// <summary>For many addresses that guess the password of one account, which has no session from them.</summary>
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

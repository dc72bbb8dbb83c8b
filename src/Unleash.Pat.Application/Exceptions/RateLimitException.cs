namespace Unleash.Pat.Application.Exceptions;

/// <summary>The caller asks too much at this moment: 429.</summary>
public abstract class RateLimitException : UnleashException
{
    private protected RateLimitException(Func<int, string> message, TimeSpan retryAfter)
        : base("RateLimitError", message(SecondsOf(retryAfter))) => RetryAfterSeconds = SecondsOf(retryAfter);

    /// <summary>How many whole seconds to wait, at least one.</summary>
    public int RetryAfterSeconds { get; }

    private static int SecondsOf(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
}

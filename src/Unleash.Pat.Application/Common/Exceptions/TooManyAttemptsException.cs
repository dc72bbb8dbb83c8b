namespace Unleash.Pat.Application.Common.Exceptions;

/// <summary>Too many failed attempts to sign in: 429.</summary>
/// <param name="retryAfter">How long to wait.</param>
public sealed class TooManyAttemptsException(TimeSpan retryAfter) : UnleashException(
    "RateLimitError",
    $"Too many failed attempts to sign in. Try again in {SecondsOf(retryAfter)} seconds.")
{
    /// <summary>How many whole seconds to wait, at least one.</summary>
    public int RetryAfterSeconds { get; } = SecondsOf(retryAfter);

    private static int SecondsOf(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
}

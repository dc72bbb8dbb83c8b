namespace Unleash.Pat.Application.Exceptions;

/// <summary>Too many failed attempts to sign in: 429.</summary>
/// <param name="retryAfter">How long to wait.</param>
public sealed class TooManyAttemptsException(TimeSpan retryAfter) : RateLimitException(
    seconds => $"Too many failed attempts to sign in. Try again in {seconds} seconds.", retryAfter);

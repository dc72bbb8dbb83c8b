namespace Unleash.Pat.Application.Exceptions;

/// <summary>More passwords are waiting to be hashed than the service takes at once: 429.</summary>
/// <param name="retryAfter">How long to wait.</param>
public sealed class TooManyPasswordsException(TimeSpan retryAfter) : RateLimitException(
    seconds => $"Too many passwords are being checked at this moment. Try again in {seconds} seconds.", retryAfter);

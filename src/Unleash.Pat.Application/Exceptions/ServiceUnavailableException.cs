namespace Unleash.Pat.Application.Exceptions;

/// <summary>The database cannot be reached, or cannot be written to, for now: 503, never 401.</summary>
/// <param name="cause">What the database said, for the log; the caller is not told.</param>
public sealed class ServiceUnavailableException(Exception cause) : UnleashException(
    "ServiceUnavailableError",
    "The database cannot be reached right now. Nothing was changed, or the change will show on the next read. Try again shortly.",
    innerException: cause);

namespace Unleash.Pat.Application;

/// <summary>The database cannot be reached, or cannot be written to, for now: 503, never 401.</summary>
/// <param name="cause">The database's own error, for the log.</param>
/// <param name="error">The reason; <see cref="Errors.DatabaseUnavailable"/> where it is left out.</param>
public sealed class ServiceUnavailableException(Exception cause, ServiceError? error = null)
    : RefusedException(error ?? Errors.DatabaseUnavailable, cause);

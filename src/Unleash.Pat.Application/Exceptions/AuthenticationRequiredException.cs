namespace Unleash.Pat.Application.Exceptions;

/// <summary>Nobody is known to be asking, and the request needs somebody: 401.</summary>
public sealed class AuthenticationRequiredException()
    : UnleashException("UnauthorizedError", "You must log in to use Unleash.");

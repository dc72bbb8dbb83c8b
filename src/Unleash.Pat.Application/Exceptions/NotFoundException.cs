namespace Unleash.Pat.Application.Exceptions;

/// <summary>There is no such thing, or the caller may not know of it: 404.</summary>
/// <param name="message">What went wrong, in words for the caller.</param>
public sealed class NotFoundException(string message) : UnleashException("NotFoundError", message);

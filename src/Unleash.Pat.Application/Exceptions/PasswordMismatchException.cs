namespace Unleash.Pat.Application.Exceptions;

/// <summary>Name and password do not belong together: 401.</summary>
/// <param name="message">What went wrong, in words for the caller.</param>
public sealed class PasswordMismatchException(string message) : UnleashException("PasswordMismatch", message);

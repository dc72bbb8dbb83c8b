namespace Unleash.Pat.Application.Exceptions;

/// <summary>The name is taken: 409.</summary>
/// <param name="message">What went wrong, in words for the caller.</param>
public sealed class NameExistsException(string message) : UnleashException("NameExistsError", message);

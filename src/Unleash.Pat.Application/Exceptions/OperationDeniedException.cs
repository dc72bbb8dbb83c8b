namespace Unleash.Pat.Application.Exceptions;

/// <summary>A limit of the service forbids it: 403.</summary>
/// <param name="message">What went wrong, in words for the caller.</param>
public sealed class OperationDeniedException(string message) : UnleashException("OperationDeniedError", message);

using Unleash.Pat.Application.Exceptions;

namespace Unleash.Pat.Api.Http;

/// <summary>A refusal by the framework, not by a rule of the service.</summary>
/// <param name="name">The kind of error.</param>
/// <param name="message">What went wrong.</param>
public sealed class RefusedException(string name, string message) : UnleashException(name, message);

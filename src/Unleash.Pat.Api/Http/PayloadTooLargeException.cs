using Unleash.Pat.Application.Exceptions;

namespace Unleash.Pat.Api.Http;

/// <summary>The body is larger than the service reads: 413 (docs/api.md, section 1.1).</summary>
/// <param name="limit">The most bytes.</param>
public sealed class PayloadTooLargeException(int limit)
    : UnleashException("PayloadTooLargeError", $"The request's body is too large: at most {limit} bytes are accepted.");

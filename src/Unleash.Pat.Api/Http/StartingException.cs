using Unleash.Pat.Application.Exceptions;

namespace Unleash.Pat.Api.Http;

/// <summary>The service has not come up yet: 503.</summary>
public sealed class StartingException() : UnleashException(
    "ServiceUnavailableError", "The service is starting: its database is not ready yet. Try again shortly.");

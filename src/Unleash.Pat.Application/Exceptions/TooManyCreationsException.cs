namespace Unleash.Pat.Application.Exceptions;

/// <summary>So many tokens of one account are created and deleted at once that no free slot could be taken: 503.</summary>
public sealed class TooManyCreationsException(Exception cause) : UnleashException(
    "ServiceUnavailableError",
    "Too many tokens of this account are being created and deleted at the same time. Nothing was changed. Try again shortly.",
    innerException: cause);

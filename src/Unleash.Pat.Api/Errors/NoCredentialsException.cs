using Unleash.Pat.Application.Common.Exceptions;

namespace Unleash.Pat.Api.Errors;

/// <summary>The request brought no credentials and needs some: 401 (contract section 1.1).</summary>
/// <param name="basePath">The configured base path, or an empty text.</param>
public sealed class NoCredentialsException(string? basePath) : UnleashException(
    "AuthenticationRequired",
    "You must log in to use Unleash. Your request had no authorization header, so we could not authorize you. "
    + $"Try logging in at {basePath}{SignInPath}.")
{
    /// <summary>Where to sign in, below the base path.</summary>
    public const string SignInPath = "/auth/simple/login";
}

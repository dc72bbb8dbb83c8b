using Unleash.Pat.Application.Exceptions;

namespace Unleash.Pat.Api.Http;

/// <summary>The request brought no credentials and needs some: 401, which says how to sign in (docs/api.md, section 1.1).</summary>
public sealed class NoCredentialsException : UnleashException
{
    private NoCredentialsException(string type, string path, string message)
        : base("AuthenticationRequired", message)
    {
        Type = type;
        Path = path;
    }

    /// <summary>How to sign in.</summary>
    public string Type { get; }

    /// <summary>Where to sign in, with the base path.</summary>
    public string Path { get; }

    /// <summary>Where people sign in by a password.</summary>
    /// <param name="basePath">The configured base path, or an empty text.</param>
    /// <returns>The refusal.</returns>
    public static NoCredentialsException Password(string? basePath) => new(
        "password",
        $"{basePath}/auth/simple/login",
        "You must log in to use Unleash. Your request had no authorization header, so we could not authorize you. "
        + $"Try logging in at {basePath}/auth/simple/login.");

    /// <summary>Where demo sign-in is switched on; in Unleash's words for it.</summary>
    /// <param name="basePath">The configured base path, or an empty text.</param>
    /// <returns>The refusal.</returns>
    public static NoCredentialsException Demo(string? basePath) => new(
        "demo", $"{basePath}/auth/demo/login", "You have to identify yourself in order to use Unleash.");
}

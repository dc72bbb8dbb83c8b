namespace Unleash.Pat.Application;

/// <summary>A reason to refuse a request, in the words of the wire. <see cref="Errors"/> has all of them.</summary>
/// <param name="Kind">The kind; its name is the wire's <c>name</c>.</param>
/// <param name="Message">The text for the caller; never a secret.</param>
/// <param name="Field">The property of the request's body that is at fault, by its JSON name (<c>scopes/3</c> for an item), or none.</param>
public sealed record ServiceError(ErrorKind Kind, string Message, string? Field = null)
{
    /// <summary>Seconds to wait before the next attempt, of a <see cref="ErrorKind.RateLimitError"/>.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The encodings of bodies that the service reads, where a body had another.</summary>
    public string? AcceptedEncodings { get; init; }

    /// <summary>The <c>www-authenticate</c> header, where it is not <c>Bearer</c>.</summary>
    public string? Challenge { get; init; }

    /// <summary>Where to sign in, of an <see cref="ErrorKind.AuthenticationRequired"/>.</summary>
    public SignInLink? SignIn { get; init; }
}

/// <summary>One entry of an error's <c>details</c> (docs/api.md, section 4).</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Path">Where: <c>/body/description</c>, <c>/params/id</c>, <c>/query/limit</c>; or none.</param>
public sealed record ErrorDetail(string Message, string? Path = null);

/// <summary>How to sign in.</summary>
/// <param name="Type"><c>password</c> or <c>demo</c>.</param>
/// <param name="Path">The address of the sign-in, with the base path.</param>
public sealed record SignInLink(string Type, string Path);

using Unleash.Pat.Application.Common.Exceptions;

namespace Unleash.Pat.Application.Common.Security;

/// <summary>Who sent the request that is being handled, and from where.</summary>
public interface ICurrentAccount
{
    /// <summary>The caller, or <see langword="null"/> where nobody is known.</summary>
    Account? Account { get; }

    /// <summary>The session by which the caller is signed in, or <see langword="null"/> where it is by another credential.</summary>
    long? SessionId { get; }

    /// <summary>The caller's network address, or <see langword="null"/> where there is none.</summary>
    string? Address { get; }

    /// <summary>What the caller's program calls itself, at most <see cref="UserAgentMaxLength"/> characters.</summary>
    string? UserAgent { get; }

    /// <summary>The most characters of <see cref="UserAgent"/>.</summary>
    const int UserAgentMaxLength = 255;

    /// <summary>The token that authenticates the request; <see langword="null"/> where another credential does.</summary>
    AuthenticatingToken? Token => Account?.Token;

    /// <summary>The caller.</summary>
    /// <exception cref="AuthenticationRequiredException">Nobody is known.</exception>
    Account Required => Account ?? throw new AuthenticationRequiredException();

    /// <summary>The caller's account.</summary>
    /// <exception cref="NoAccessException">The caller has none: an admin token.</exception>
    long RequiredUserId => Required.UserId
        ?? throw new NoAccessException("This action needs an account, and an admin token belongs to none.");
}

using Unleash.Pat.Application.Exceptions;

namespace Unleash.Pat.Application.Authorization;

/// <summary>Who sent the request that is being handled.</summary>
public interface ICurrentUser
{
    /// <summary>The caller, or <see langword="null"/> where nobody is known.</summary>
    Caller? Caller { get; }

    /// <summary>The session by which the caller is signed in, or <see langword="null"/> where it is by another credential.</summary>
    long? SessionId { get; }

    /// <summary>The token that authenticates the request; <see langword="null"/> where another credential does.</summary>
    AuthenticatingToken? Token => Caller?.Token;

    /// <summary>The caller.</summary>
    /// <exception cref="AuthenticationRequiredException">Nobody is known.</exception>
    Caller Required => Caller ?? throw new AuthenticationRequiredException();

    /// <summary>The caller's account.</summary>
    /// <exception cref="NoAccessException">The caller has none: an admin token.</exception>
    long RequiredUserId => Required.UserId
        ?? throw new NoAccessException("This action needs an account, and an admin token belongs to none.");
}

namespace Unleash.Pat.Application.Authorization;

/// <summary>The sender of the current request.</summary>
public interface ICurrentUser
{
    /// <summary>The caller, or <see langword="null"/> for a request without credentials.</summary>
    Caller? Caller { get; }

    /// <summary>The session that authenticates the request; <see langword="null"/> where another credential does.</summary>
    long? SessionId { get; }

    /// <summary>The token that authenticates the request; <see langword="null"/> where another credential does.</summary>
    AuthenticatingToken? Token => Caller?.Token;

    /// <summary>The caller.</summary>
    /// <exception cref="RefusedException">The request has no credentials.</exception>
    Caller Required => Caller ?? throw new RefusedException(Errors.NotAuthenticated);

    /// <summary>The caller's account.</summary>
    /// <exception cref="RefusedException">The caller has none: an admin token.</exception>
    long RequiredUserId => Required.UserId
        ?? throw new RefusedException(Errors.AccountRequired);

    /// <summary>The account and the id of the personal access token that authenticates the request.</summary>
    /// <exception cref="RefusedException">A session or an admin token authenticates it.</exception>
    (long UserId, long Id) RequiredPat => this is { Caller.UserId: { } userId, Token: { } token }
        ? (userId, token.Id)
        : throw new RefusedException(Errors.NoCurrentPat);
}

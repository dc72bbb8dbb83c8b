namespace Unleash.Pat.Client;

/// <summary>The kinds of errors, as <see cref="ServiceError.Name"/> has them.</summary>
public static class UnleashPatErrors
{
    /// <summary>400: the request breaks a rule; the details say which.</summary>
    public const string BadData = "BadDataError";

    /// <summary>401: the request has no credentials.</summary>
    public const string AuthenticationRequired = "AuthenticationRequired";

    /// <summary>401: the credentials are unknown, expired or revoked.</summary>
    public const string Unauthorized = "UnauthorizedError";

    /// <summary>401: name and password do not belong together.</summary>
    public const string PasswordMismatch = "PasswordMismatch";

    /// <summary>401: the token of a link to set a password is not valid, or not any more.</summary>
    public const string InvalidToken = "InvalidTokenError";

    /// <summary>403: the account lacks a permission.</summary>
    public const string NoAccess = "NoAccessError";

    /// <summary>403: a limit forbids it, that of tokens of one account above all.</summary>
    public const string OperationDenied = "OperationDeniedError";

    /// <summary>404: there is no such thing, for this account.</summary>
    public const string NotFound = "NotFoundError";

    /// <summary>409: the name is taken.</summary>
    public const string NameExists = "NameExistsError";

    /// <summary>409: the state is another than the request expects.</summary>
    public const string Conflict = "ConflictError";

    /// <summary>413: the body is too large.</summary>
    public const string PayloadTooLarge = "PayloadTooLargeError";

    /// <summary>415: the body is not JSON.</summary>
    public const string ContentType = "ContentTypeError";

    /// <summary>429: too many requests.</summary>
    public const string RateLimit = "RateLimitError";

    /// <summary>500: the service failed.</summary>
    public const string Internal = "InternalError";

    /// <summary>503: the service cannot reach its database.</summary>
    public const string ServiceUnavailable = "ServiceUnavailableError";
}

namespace Unleash.Pat.Application;

/// <summary>The kinds of errors (docs/api.md, section 4); each member is called as the wire calls it in <c>name</c>.</summary>
public enum ErrorKind
{
    /// <summary>An unexpected failure of the service.</summary>
    InternalError = 0,

    /// <summary>The request's values break the schema or a rule.</summary>
    BadDataError,

    /// <summary>The request cannot be read at all.</summary>
    BadRequestError,

    /// <summary>The request has no credentials and needs some.</summary>
    AuthenticationRequired,

    /// <summary>The request's credentials authenticate no account.</summary>
    UnauthorizedError,

    /// <summary>The token of a link is not valid.</summary>
    InvalidTokenError,

    /// <summary>The password is wrong.</summary>
    PasswordMismatch,

    /// <summary>The caller lacks the permission.</summary>
    NoAccessError,

    /// <summary>A limit of the service forbids it.</summary>
    OperationDeniedError,

    /// <summary>It does not exist, or the caller may not see it.</summary>
    NotFoundError,

    /// <summary>The route does not have the method.</summary>
    MethodNotAllowedError,

    /// <summary>The name is taken.</summary>
    NameExistsError,

    /// <summary>The state is another than the request expects.</summary>
    ConflictError,

    /// <summary>A conditional header does not hold.</summary>
    PreconditionFailedError,

    /// <summary>The body is too large.</summary>
    PayloadTooLargeError,

    /// <summary>The body's content type or encoding is not accepted.</summary>
    ContentTypeError,

    /// <summary>The range is beyond the end of the resource.</summary>
    RangeNotSatisfiableError,

    /// <summary>Too many requests.</summary>
    RateLimitError,

    /// <summary>The database is not available.</summary>
    ServiceUnavailableError,
}

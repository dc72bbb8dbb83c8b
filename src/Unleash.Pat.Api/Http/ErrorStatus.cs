using Unleash.Pat.Application.Exceptions;

namespace Unleash.Pat.Api.Http;

/// <summary>Which HTTP status each kind of error has.</summary>
internal static class ErrorStatus
{
    private static readonly Dictionary<string, int> ByName = new(StringComparer.Ordinal)
    {
        ["BadDataError"] = StatusCodes.Status400BadRequest,
        ["BadRequestError"] = StatusCodes.Status400BadRequest,
        ["AuthenticationRequired"] = StatusCodes.Status401Unauthorized,
        ["UnauthorizedError"] = StatusCodes.Status401Unauthorized,
        ["PasswordMismatch"] = StatusCodes.Status401Unauthorized,
        ["NoAccessError"] = StatusCodes.Status403Forbidden,
        ["OperationDeniedError"] = StatusCodes.Status403Forbidden,
        ["NotFoundError"] = StatusCodes.Status404NotFound,
        ["MethodNotAllowedError"] = StatusCodes.Status405MethodNotAllowed,
        ["NameExistsError"] = StatusCodes.Status409Conflict,
        ["PreconditionFailedError"] = StatusCodes.Status412PreconditionFailed,
        ["PayloadTooLargeError"] = StatusCodes.Status413PayloadTooLarge,
        ["ContentTypeError"] = StatusCodes.Status415UnsupportedMediaType,
        ["RangeNotSatisfiableError"] = StatusCodes.Status416RangeNotSatisfiable,
        ["RateLimitError"] = StatusCodes.Status429TooManyRequests,
        ["InternalError"] = StatusCodes.Status500InternalServerError,
        ["ServiceUnavailableError"] = StatusCodes.Status503ServiceUnavailable,
    };

    public static int Of(UnleashException exception) =>
        ByName.TryGetValue(exception.Name, out var status) ? status : StatusCodes.Status500InternalServerError;

    /// <summary>Puts a status that the framework has set without a body into words.</summary>
    public static UnleashException Describe(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new NotFoundException(
            $"The path you were looking for ({context.Request.PathBase}{context.Request.Path}) is not available."),
        StatusCodes.Status405MethodNotAllowed => new RefusedException(
            "MethodNotAllowedError", $"{context.Request.Method} is not available here; the allow header says what is."),
        StatusCodes.Status412PreconditionFailed => new RefusedException(
            "PreconditionFailedError", "A condition of the request does not hold, such as if-match."),
        StatusCodes.Status416RangeNotSatisfiable => new RefusedException(
            "RangeNotSatisfiableError", "The range is beyond the end; the content-range header says where that is."),
        StatusCodes.Status413PayloadTooLarge => new PayloadTooLargeException(JsonBody.MaxBytes),
        StatusCodes.Status415UnsupportedMediaType => new ContentTypeException(context.Request.ContentType),
        >= StatusCodes.Status500InternalServerError => new RefusedException(
            "InternalError", "Something went wrong in the service. Its log has the cause under this error's id."),
        _ => new RefusedException("BadRequestError", "The request could not be read."),
    };
}

using System.Net.Mime;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>Which HTTP status each kind of error has.</summary>
internal static class ErrorStatus
{
    public static int Of(ErrorKind kind) => kind switch
    {
        ErrorKind.BadDataError or ErrorKind.BadRequestError => StatusCodes.Status400BadRequest,
        ErrorKind.AuthenticationRequired or ErrorKind.UnauthorizedError or ErrorKind.PasswordMismatch or ErrorKind.InvalidTokenError =>
            StatusCodes.Status401Unauthorized,
        ErrorKind.NoAccessError or ErrorKind.OperationDeniedError => StatusCodes.Status403Forbidden,
        ErrorKind.NotFoundError => StatusCodes.Status404NotFound,
        ErrorKind.MethodNotAllowedError => StatusCodes.Status405MethodNotAllowed,
        ErrorKind.NameExistsError or ErrorKind.ConflictError => StatusCodes.Status409Conflict,
        ErrorKind.PreconditionFailedError => StatusCodes.Status412PreconditionFailed,
        ErrorKind.PayloadTooLargeError => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.ContentTypeError => StatusCodes.Status415UnsupportedMediaType,
        ErrorKind.RangeNotSatisfiableError => StatusCodes.Status416RangeNotSatisfiable,
        ErrorKind.RateLimitError => StatusCodes.Status429TooManyRequests,
        ErrorKind.ServiceUnavailableError => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The error for a status that the framework has set without a body.</summary>
    public static RefusedException Describe(HttpContext context) => new(context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Errors.PathNotFound($"{context.Request.PathBase}{context.Request.Path}"),
        StatusCodes.Status405MethodNotAllowed => Errors.MethodNotAllowed(context.Request.Method),
        StatusCodes.Status408RequestTimeout => Errors.BodyTooSlow,
        StatusCodes.Status412PreconditionFailed => Errors.PreconditionFailed,
        StatusCodes.Status416RangeNotSatisfiable => Errors.RangeNotSatisfiable,
        StatusCodes.Status413PayloadTooLarge => Errors.PayloadTooLarge(RequestBody.MaxBytes),
        StatusCodes.Status415UnsupportedMediaType => Errors.ContentTypeNotAccepted(
            JsonText.ShortenOrNull(context.Request.ContentType), MediaTypeNames.Application.Json),
        >= StatusCodes.Status500InternalServerError => Errors.Internal,
        _ => Errors.Unreadable,
    });
}

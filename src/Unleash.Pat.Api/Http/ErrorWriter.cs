using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>Writes an exception as the error form of docs/api.md, section 4, and one line into the log.</summary>
internal sealed partial class ErrorWriter(IOptions<JsonOptions> json, ILogger<ErrorWriter> logger)
{
    private const int RetryAfterSeconds = 5;

    public async Task WriteAsync(HttpContext context, Exception exception)
    {
        var refusal = exception as RefusedException ?? new RefusedException(Errors.Internal);
        var status = ErrorStatus.Of(refusal.Kind);
        var error = ErrorBody.Of(refusal, Guid.NewGuid());
        Log(context, exception, refusal, status, error.Id);

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        AddHeaders(context, refusal.Error, status);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await JsonSerializer.SerializeAsync(
                context.Response.Body, error, error.GetType(), json.Value.SerializerOptions, context.RequestAborted);
        }
    }

    private static void AddHeaders(HttpContext context, ServiceError error, int status)
    {
        var headers = context.Response.Headers;
        if (status == StatusCodes.Status401Unauthorized)
        {
            headers.WWWAuthenticate = error.Challenge ?? "Bearer";
        }
        else if (status == StatusCodes.Status503ServiceUnavailable)
        {
            headers[HeaderNames.RetryAfter] = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }
        else if (error.AcceptedEncodings is { } encodings)
        {
            headers.AcceptEncoding = encodings;
        }
        else if (error.RetryAfterSeconds is { } seconds)
        {
            headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        }
    }

    private void Log(HttpContext context, Exception exception, RefusedException refusal, int status, Guid id)
    {
        // Threat: a path can hold a secret that was pasted there; the route's pattern cannot.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var isStarting = refusal.Error == Errors.Starting;
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? (isStarting ? "(before the end of the start)" : "(no route)");
        if (status < StatusCodes.Status500InternalServerError || isStarting)
        {
            LogRefused(context.Request.Method, route, status, refusal.Kind, id);
        }
        else
        {
            LogFailed(exception is RefusedException ? exception.InnerException : exception, context.Request.Method, route, status, refusal.Kind, id);
        }
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Information, Message = "{Method} {Route} was refused: {Status} {Name}, error {ErrorId}.")]
    private partial void LogRefused(string method, string route, int status, ErrorKind name, Guid errorId);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Error, Message = "{Method} {Route} failed: {Status} {Name}, error {ErrorId}.")]
    private partial void LogFailed(Exception? cause, string method, string route, int status, ErrorKind name, Guid errorId);
}

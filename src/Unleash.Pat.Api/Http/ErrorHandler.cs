using Microsoft.AspNetCore.Diagnostics;

namespace Unleash.Pat.Api.Http;

/// <summary>The one place where exceptions become answers.</summary>
internal sealed class ErrorHandler(ErrorWriter writer) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            // The client has gone, so there is no one to answer.
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        await writer.WriteAsync(httpContext, Known(exception, httpContext));
        return true;
    }

    // What the web server refuses while a body is read: too large, too slow, cut off.
    private static Exception Known(Exception exception, HttpContext context)
    {
        if (exception is BadHttpRequestException refused)
        {
            context.Response.StatusCode = refused.StatusCode;
            return ErrorStatus.Describe(context);
        }

        return exception;
    }
}

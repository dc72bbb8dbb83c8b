using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;

namespace Unleash.Pat.Api.Http;

/// <summary>The one place where exceptions become answers.</summary>
internal sealed class ErrorHandler(ErrorWriter writer, IHostApplicationLifetime lifetime) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (IsGone(httpContext, exception))
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            AbortUnlessStopping(httpContext);
            return true;
        }

        try
        {
            await writer.WriteAsync(httpContext, Known(exception, httpContext));
        }
        catch (OperationCanceledException cancelled) when (IsGone(httpContext, cancelled))
        {
            // What it was refused for is in the log, and the framework would log the rest as a fault.
        }

        return true;
    }

    // There is no one to answer.
    // Threat: a client that resets connections in the middle of a body, which needs no credentials, would fill the log with faults
    // of the service, and raise its alarm.
    private bool IsGone(HttpContext context, Exception exception) => exception switch
    {
        ConnectionResetException or ConnectionAbortedException => true,
        OperationCanceledException => context.RequestAborted.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested,
        _ => false,
    };

    // Kestrel would try to read the rest of the body, and log as an error that it cannot.
    private void AbortUnlessStopping(HttpContext context)
    {
        if (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            context.Abort();
        }
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

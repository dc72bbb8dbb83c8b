using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Http;

/// <summary>Whether the database is ready. The service listens before, so that a port in use leaves the database unchanged.</summary>
internal sealed class ServiceReadiness
{
    // Reports only that the process runs.
    private const string Alive = "/health";

    private volatile bool _isReady;

    public bool IsReady => _isReady;

    public void Open() => _isReady = true;

    /// <summary>Refuses requests until the database is ready.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        _isReady || context.Request.Path.StartsWithSegments(Alive, StringComparison.OrdinalIgnoreCase)
            ? next(context)
            : context.RequestServices.GetRequiredService<ErrorWriter>().WriteAsync(context, new RefusedException(Errors.Starting));
}

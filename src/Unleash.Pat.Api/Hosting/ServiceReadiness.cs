using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Whether the service answers yet: it listens before its database is ready, so that a taken port changes nothing.</summary>
internal sealed class ServiceReadiness
{
    // That the process is there is all that it tells.
    private const string Alive = "/health";

    private volatile bool _isReady;

    public void Open() => _isReady = true;

    /// <summary>Refuses requests that come too early.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        _isReady || context.Request.Path.StartsWithSegments(Alive, StringComparison.OrdinalIgnoreCase)
            ? next(context)
            : context.RequestServices.GetRequiredService<ErrorWriter>().WriteAsync(context, new StartingException());
}

using System.Net;
using Unleash.Pat.Api.Instance;

namespace Unleash.Pat.Api.Hosting;

/// <summary>
/// A request of the service itself, while the database is prepared: routes are sorted and code is loaded at the first one, for
/// which a client would wait longer than for all that the database needs.
/// </summary>
internal static class PipelineWarmUp
{
    /// <summary>Sends it through what follows in the pipeline, as soon as that is built.</summary>
    public static void UseWarmUp(this WebApplication app) => app.Use(next =>
    {
        _ = Task.Run(() => SendAsync(app.Services, next));
        return next;
    });

    // Nobody waits for the answer, and what is wrong with it a client's request shows again.
    private static async Task SendAsync(IServiceProvider services, RequestDelegate pipeline)
    {
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = HealthEndpoints.Health;
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        await pipeline(context);
    }
}

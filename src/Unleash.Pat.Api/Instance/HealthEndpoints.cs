using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NSwag.Generation.Processors;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Instance;

/// <summary>Health checks for load balancers and supervisors: of the process, and of its database.</summary>
internal static class HealthEndpoints
{
    public const string Health = "/health";
    public const string Ready = "/ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentProcessor, HealthOperations>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");

        // ErrorWriter logs the cause.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        Map(app, Health, _ => false);
        Map(app, Ready, _ => true);
    }

    private static void Map(WebApplication app, string path, Func<HealthCheckRegistration, bool> checks) => app
        .MapHealthChecks(path, new HealthCheckOptions { Predicate = checks, ResponseWriter = WriteAsync, AllowCachingResponses = true })
        .WithMetadata(new HttpMethodMetadata([HttpMethods.Get]))
        .WithReading()
        .WithMetadata(new AuthenticatesByAttribute(UnleashSchemes.None))
        .AllowAnonymous();

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        if (report.Status == HealthStatus.Healthy)
        {
            return context.Response.WriteAsJsonAsync(new HealthSchema(), context.RequestAborted);
        }

        var cause = report.Entries.Values.Select(entry => entry.Exception).FirstOrDefault(exception => exception is not null);
        return context.RequestServices.GetRequiredService<ErrorWriter>().WriteAsync(
            context,
            cause as ServiceUnavailableException ?? new ServiceUnavailableException(cause ?? new TimeoutException("The check of the database did not end.")));
    }
}

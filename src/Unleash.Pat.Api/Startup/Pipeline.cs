using Microsoft.Net.Http.Headers;
using Unleash.Pat.Api.AdminUi;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Errors;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Api.Startup.Settings;

namespace Unleash.Pat.Api.Startup;

/// <summary>The order in which a request passes through the service.</summary>
internal static class Pipeline
{
    public static WebApplication UseUnleashPat(this WebApplication app)
    {
        app.UsePathBase(PathBase.Of(app.Configuration));
        app.Use(AddHeadersAsync);
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => context.HttpContext.RequestServices.GetRequiredService<ErrorWriter>()
            .WriteAsync(context.HttpContext, ErrorStatus.Describe(context.HttpContext)));
        app.Use(app.Services.GetRequiredService<ServiceReadiness>().InvokeAsync);
        app.UseApiDescription();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(CrossOriginGuard.InvokeAsync);
        app.UseAuthorization();
        app.MapControllers().RequireAuthorization();
        app.MapAdminUi();
        return app;
    }

    // What an account holds is for nobody's cache, and no browser may take an answer for anything but what it says it is.
    private static Task AddHeadersAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (!AdminUiEndpoints.IsFile(context))
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            // The framework's exception handler adds these two for HTTP/1.0; "no-store" says more.
            context.Response.Headers.Remove(HeaderNames.Pragma);
            context.Response.Headers.Remove(HeaderNames.Expires);
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Task.CompletedTask;
        });
        return next(context);
    }
}

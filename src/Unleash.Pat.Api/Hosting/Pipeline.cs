using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Net.Http.Headers;
using Unleash.Pat.Api.AdminUi;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Authentication.Providers;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Http.Addresses;
using Unleash.Pat.Api.Instance;
using Unleash.Pat.Api.OAuth;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Api.Shell;

namespace Unleash.Pat.Api.Hosting;

/// <summary>The middleware, in order.</summary>
internal static class Pipeline
{
    public static WebApplication UseUnleashPat(this WebApplication app)
    {
        // Both take long, and the rest is set up meanwhile.
        _ = Task.Run(() => app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors);
        var files = app.Services.GetRequiredService<AdminUiFiles>();
        files.BeginMapping(app);
        app.UseForwardAuthentication();
        app.Use(AddHeadersAsync);
        app.UseExceptionHandler(_ => { });
        app.Use(HostNames.CheckAsync);
        app.UseTrustedProxies();
        app.UsePublicAddress();
        app.UseResponseCompression();
        app.UseStatusCodePages(context => WriteStatusAsync(context.HttpContext));
        app.Use(app.Services.GetRequiredService<ServiceReadiness>().InvokeAsync);
        app.UseRequestDecompression();
        app.UseApiDescription();
        app.UseWarmUp();
        app.UseRouting();
        files.Use(app);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(CrossOriginGuard.InvokeAsync);
        app.UseAuthorization();
        app.Use(ScopeGuard.InvokeAsync);
        app.MapAdminUi();
        app.MapOAuth();
        app.MapEmptyAnswers();
        app.MapHealth();
        if (app.Services.GetRequiredService<ProviderSettings>().IsEnabled)
        {
            ProviderSignIn.Map(app);
        }

        // Last, because it waits for the controllers to be described.
        app.MapControllers().WithReading().RequireAuthorization();
        return app;
    }

    // Threat: a cache that serves one account what belongs to another.
    private static Task AddHeadersAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state => AddHeaders((HttpContext)state), context);
        return next(context);
    }

    private static Task AddHeaders(HttpContext context)
    {
        SecurityHeaders.AddTo(context);
        var headers = context.Response.Headers;
        if (!AdminUiEndpoints.IsFile(context))
        {
            headers.CacheControl = "no-store";
        }
        else if (AdminUiEndpoints.IsFont(context))
        {
            headers.CacheControl = "max-age=31536000, immutable";
        }

        // The framework's exception handler adds these two for HTTP/1.0; "no-store" says more.
        headers.Remove(HeaderNames.Pragma);
        headers.Remove(HeaderNames.Expires);
        Compression.AddVary(context);
        AdminUiEndpoints.CompleteHead(context);
        return Task.CompletedTask;
    }

    private static Task WriteStatusAsync(HttpContext context) => NotFoundPage.Answers(context)
        ? NotFoundPage.WriteAsync(context)
        : context.RequestServices.GetRequiredService<ErrorWriter>().WriteAsync(context, ErrorStatus.Describe(context));
}

using Microsoft.AspNetCore.Http.Features;
using Unleash.Pat.Api.Hosting.Logging;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting.Telemetry;

/// <summary>Answers Prometheus, at an address of its own.</summary>
/// <remarks>
/// Threats. What the metrics tell is not for everybody, and Prometheus has no account, so the public address does not have them.
/// A flood of that one must not end the scrapes that show it, so this web server has its own connections.
/// </remarks>
/// <param name="url">Where to listen.</param>
/// <param name="configure">Adds what answers.</param>
internal sealed partial class PrometheusListener(
    string url, Action<IApplicationBuilder> configure, TimeProvider time, ILogger<PrometheusListener> logger)
    : IHostedService, IAsyncDisposable
{
    public const string Path = "/metrics";

    private const int MaxConnections = 32;

    // A scrape takes milliseconds.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(1);

    private WebApplication? _app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Limits.MaxRequestBodySize = 0;
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        _app = builder.Build();
        _app.Use(LeaveOutOfMetrics);
        configure(_app);
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new StartupException($"{TelemetrySettings.PrometheusKey}: the service cannot listen at {url}: {FirstLine.Of(exception)}", exception);
        }

        foreach (var address in _app.Urls)
        {
            LogReady(address, Path);
        }
    }

    // Threat: as in ListeningServer, half a request would delay the stop.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(StopLimit, time);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        await (_app?.StopAsync(cut.Token) ?? Task.CompletedTask);
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Scrapes are no requests of the service.
    private static Task LeaveOutOfMetrics(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
        {
            metrics.MetricsDisabled = true;
        }

        return next(context);
    }

    [LoggerMessage(EventId = 1421, Level = LogLevel.Information, Message = "Prometheus can fetch the metrics at {Address}{Path}.")]
    private partial void LogReady(string address, string path);
}

using System.Reflection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Instrumentation.SqlClient;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Unleash.Pat.Application.Telemetry;

namespace Unleash.Pat.Api.Hosting.Telemetry;

/// <summary>Sends spans, metrics and log entries to where the settings say.</summary>
/// <remarks>
/// No type here derives from one of OpenTelemetry's, and no other names one: the mapper and MVC load every type of this assembly
/// with its base, and so would load OpenTelemetry where it is off (docs/decisions/0047-telemetry-is-loaded-where-it-is-on.md).
/// </remarks>
internal static class TelemetryExport
{
    private const string ServiceName = "unleash-pat";

    private static readonly string[] ClientsTexts =
        ["url.path", "url.query", "client.address", "network.peer.address", "server.address", "server.port", "user_agent.original"];

    // What probes ask for says nothing, and would hide the rest.
    private static readonly PathString[] Untraced = ["/health", "/ready", PrometheusListener.Path];

    // The framework's own, and the runtime's (.NET documentation, "Built-in metrics").
    private static readonly string[] Meters =
    [
        ServiceTelemetry.Name, "Microsoft.AspNetCore.Hosting", KestrelMeter, "Microsoft.AspNetCore.RateLimiting", "System.Runtime",
    ];

    private const string KestrelMeter = "Microsoft.AspNetCore.Server.Kestrel";

    public static void Add(WebApplicationBuilder builder, TelemetrySettings settings)
    {
        var (configuration, telemetry) = (builder.Configuration, builder.Services.AddOpenTelemetry().ConfigureResource(Describe));
        if (settings.Traces)
        {
            telemetry.WithTracing(tracing => AddTraces(tracing)
                .AddOtlpExporter("TRACES", options => ApplySignal(options, configuration, "TRACES")));
        }

        if (settings.Metrics || settings.PrometheusUrl is not null)
        {
            telemetry.WithMetrics(metrics => AddMetrics(metrics, settings, configuration));
        }

        if (settings.Logs)
        {
            telemetry.WithLogging(
                logging => logging.AddOtlpExporter("LOGS", options => ApplySignal(options, configuration, "LOGS")),
                options => options.IncludeFormattedMessage = true);
        }

        if (settings.PrometheusUrl is { } url)
        {
            builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<PrometheusListener>(
                provider, url, (Action<IApplicationBuilder>)(app => app.UseOpenTelemetryPrometheusScrapingEndpoint(
                    provider.GetRequiredService<MeterProvider>(), null, PrometheusListener.Path, null, null))));
        }
    }

    // The environment's attributes last, so that they count.
    private static void Describe(ResourceBuilder resource) => resource
        .AddService(ServiceName, serviceVersion: typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddEnvironmentVariableDetector();

    private static TracerProviderBuilder AddTraces(TracerProviderBuilder tracing) => tracing
        .AddSource(ServiceTelemetry.Name)
        .AddAspNetCoreInstrumentation(Configure)
        .AddSqlClientInstrumentation(Configure);

    private static void AddMetrics(MeterProviderBuilder metrics, TelemetrySettings settings, IConfiguration configuration)
    {
        // Threat: the web server's metrics name the address that a connection was made to.
        metrics.AddMeter(Meters).AddView(instrument => instrument.Meter.Name == KestrelMeter
            ? new MetricStreamConfiguration { TagKeys = ["error.type", "network.protocol.version", "tls.protocol.version"] }
            : null);
        if (settings.Metrics)
        {
            metrics.AddOtlpExporter("METRICS", options => ApplySignal(options, configuration, "METRICS"));
        }

        if (settings.PrometheusUrl is not null)
        {
            // The meter's name as a label of every sample says nothing that the sample's name does not.
            metrics.AddPrometheusExporter(options => options.ScopeInfoEnabled = false);
        }
    }

    // Threat: people paste secrets into paths and queries, and links to set a password have theirs there. The route has no values.
    // The server's address is what the client calls it, and so any text too.
    private static void Configure(AspNetCoreTraceInstrumentationOptions options)
    {
        options.Filter = context => !Untraced.Any(path => context.Request.Path.Equals(path));
        options.RecordException = false;
        options.EnrichWithHttpRequest = (span, _) =>
        {
            foreach (var tag in ClientsTexts)
            {
                span.SetTag(tag, null);
            }
        };
    }

    // Statements of background work belong to no trace. The filter is asked before the statement has a span of its own.
    private static void Configure(SqlClientTraceInstrumentationOptions options)
    {
        options.RecordException = false;
        options.Filter = _ => System.Diagnostics.Activity.Current is not null;
    }

    // OpenTelemetry reads the variables of one signal only where all signals are sent.
    private static void ApplySignal(OtlpExporterOptions options, IConfiguration configuration, string signal)
    {
        if (Value("PROTOCOL") is { } protocol)
        {
            options.Protocol = protocol.Equals("grpc", StringComparison.OrdinalIgnoreCase) ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        }

        if (Value("ENDPOINT") is { } endpoint)
        {
            options.Endpoint = new Uri(endpoint);
        }

        options.Headers = Value("HEADERS") ?? options.Headers;
        options.TimeoutMilliseconds = int.TryParse(Value("TIMEOUT"), out var timeout) ? timeout : options.TimeoutMilliseconds;

        string? Value(string name) => configuration[$"OTEL_EXPORTER_OTLP_{signal}_{name}"] is { Length: > 0 } value ? value : null;
    }
}

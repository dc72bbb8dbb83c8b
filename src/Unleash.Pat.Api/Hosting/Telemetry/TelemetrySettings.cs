using Unleash.Pat.Api.Hosting.Connections;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting.Telemetry;

/// <summary>What of the service's telemetry goes where (docs/configuration.md, "Telemetry").</summary>
/// <param name="Traces">Whether spans are sent by OTLP.</param>
/// <param name="Metrics">Whether metrics are.</param>
/// <param name="Logs">Whether log entries are.</param>
/// <param name="PrometheusUrl">Where Prometheus can fetch the metrics; <see langword="null"/> for nowhere.</param>
internal sealed record TelemetrySettings(bool Traces, bool Metrics, bool Logs, string? PrometheusUrl)
{
    public const string PrometheusKey = "Telemetry:PrometheusUrl";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    // Threat: the parameters of statements are verifiers, addresses and names, and would be in the spans.
    private const string StatementParameters = "OTEL_DOTNET_EXPERIMENTAL_SQLCLIENT_ENABLE_TRACE_DB_QUERY_PARAMETERS";

    /// <summary>Whether there is anything to do; else nothing of OpenTelemetry is loaded.</summary>
    public bool IsOn => Traces || Metrics || Logs || PrometheusUrl is not null;

    /// <exception cref="StartupException">OpenTelemetry would ignore a value. Threat: nobody notices that nothing is sent.</exception>
    public static TelemetrySettings Read(IConfiguration configuration)
    {
        var prometheus = PrometheusAddress(configuration[PrometheusKey]);
        RequireOneOf(configuration, "OTEL_SDK_DISABLED", "true", "false");
        RequireOneOf(configuration, StatementParameters, "false");
        if (bool.TryParse(configuration["OTEL_SDK_DISABLED"], out var isDisabled) && isDisabled)
        {
            return new(false, false, false, null);
        }

        return new(IsSent(configuration, "TRACES"), IsSent(configuration, "METRICS"), IsSent(configuration, "LOGS"), prometheus);
    }

    /// <summary>The variable of one signal that takes the place of a general one.</summary>
    public static string OfSignal(string variable, string signal) =>
        variable.Replace("_OTLP_", $"_OTLP_{signal}_", StringComparison.Ordinal);

    private static bool IsSent(IConfiguration configuration, string signal)
    {
        var exporter = $"OTEL_{signal}_EXPORTER";
        RequireOneOf(configuration, exporter, "otlp", "none");
        RequireUrl(configuration, Endpoint);
        RequireUrl(configuration, OfSignal(Endpoint, signal));
        RequireOneOf(configuration, Protocol, "grpc", "http/protobuf");
        RequireOneOf(configuration, OfSignal(Protocol, signal), "grpc", "http/protobuf");
        return configuration[exporter] switch
        {
            null or "" => !string.IsNullOrEmpty(configuration[Endpoint]) || !string.IsNullOrEmpty(configuration[OfSignal(Endpoint, signal)]),
            var chosen => chosen.Equals("otlp", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static string? PrometheusAddress(string? url) => url switch
    {
        null => null,
        _ when url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && ListenAddress.IsValid(url) => url,
        _ => throw new StartupException($"{PrometheusKey} must be an address to listen at, with http and without a path, for example http://localhost:9464."),
    };

    private static void RequireUrl(IConfiguration configuration, string variable)
    {
        if (configuration[variable] is { Length: > 0 } text
            && !(Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)))
        {
            throw new StartupException($"{variable} must be an address that begins with http:// or https://, for example http://localhost:4317.");
        }
    }

    private static void RequireOneOf(IConfiguration configuration, string variable, params string[] values)
    {
        if (configuration[variable] is { Length: > 0 } text && !values.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            throw new StartupException($"{variable} must be {string.Join(" or ", values)}.");
        }
    }
}

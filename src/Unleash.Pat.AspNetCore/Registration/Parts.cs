using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Unleash.Pat.AspNetCore.Asking;
using Unleash.Pat.AspNetCore.Feed;
using Unleash.Pat.AspNetCore.Remembering;
using Unleash.Pat.AspNetCore.Telemetry;

namespace Unleash.Pat.AspNetCore.Registration;

/// <summary>What belongs to one scheme, put together.</summary>
internal sealed class Parts : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private readonly HttpClient? _ownClient;
    private readonly Introspections _introspections;

    public Parts(IServiceProvider provider, string scheme)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<UnleashPatOptions>>().Get(scheme);
        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(UnleashPatDefaults.MeterName);
        var metrics = new Metrics(provider.GetRequiredService<IMeterFactory>(), scheme);
        var clock = new Clock(options.TimeProvider ?? TimeProvider.System);
        var memory = new Memory(clock, options);
        var requests = new ServiceRequests(options);
        var http = options.Backchannel ?? (_ownClient = CreateClient(options));

        _introspections = new Introspections(
            new IntrospectionClient(http, requests, logger), memory, clock, options.BackchannelTimeout, metrics);
        Verifier = new UnleashPatVerifier(clock, memory, _introspections, metrics, options.BackchannelTimeout);
        Feed = new RevocationFeed(http, requests, memory, clock.Time, options.BackchannelTimeout, metrics, logger);
    }

    public UnleashPatVerifier Verifier { get; }

    public RevocationFeed Feed { get; }

    public void Dispose()
    {
        _introspections.Dispose();
        _ownClient?.Dispose();
    }

    // Each request has a timeout of its own; the feed has none.
    private static HttpClient CreateClient(UnleashPatOptions options) =>
        new(options.BackchannelHttpHandler ?? CreateHandler(options), disposeHandler: options.BackchannelHttpHandler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    // Threat: a redirect. The token that is asked about, and this program's own, would go where it leads.
    private static SocketsHttpHandler CreateHandler(UnleashPatOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = options.BackchannelTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
    };
}

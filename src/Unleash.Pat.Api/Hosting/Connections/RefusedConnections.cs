using System.Diagnostics.Metrics;

namespace Unleash.Pat.Api.Hosting.Connections;

/// <summary>Counts the connections that the web server refuses, and logs the count once a minute.</summary>
internal sealed partial class RefusedConnections(Capacity capacity, TimeProvider time, ILogger<RefusedConnections> logger)
    : BackgroundService
{
    // Kestrel's metric (ASP.NET Core documentation, "Built-in metrics").
    private const string MeterName = "Microsoft.AspNetCore.Server.Kestrel";
    private const string InstrumentName = "kestrel.rejected_connections";

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private MeterListener? _listener;
    private long _refused;

    // Here and not in ExecuteAsync, which may begin after the first connections.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _listener = Listen();
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _listener?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (capacity.LowFileLimit is { } files)
        {
            LogLowFileLimit(files, capacity.Connections ?? 0);
        }

        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (Interlocked.Exchange(ref _refused, 0) is > 0 and var refused)
                {
                    LogRefused(refused, capacity.Connections ?? 0, ConnectionLimits.Key);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == MeterName && instrument.Name == InstrumentName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _refused, count));
        listener.Start();
        return listener;
    }

    [LoggerMessage(EventId = 1411, Level = LogLevel.Warning, Message = "This process may have only {Files} files and sockets open (ulimit -n), so it takes {Connections} connections at once. Better are 1024 or more.")]
    private partial void LogLowFileLimit(long files, long connections);

    [LoggerMessage(EventId = 1412, Level = LogLevel.Warning, Message = "{Refused} connections were refused in the last minute, because {Connections} were open: the most that {Setting} and the limit of open files (ulimit -n) allow.")]
    private partial void LogRefused(long refused, long connections, string setting);
}

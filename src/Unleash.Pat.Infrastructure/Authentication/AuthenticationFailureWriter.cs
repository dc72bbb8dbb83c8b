using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Infrastructure.Persistence.Repositories;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>Has refused authorization headers recorded every few seconds, and for the last time when the service stops.</summary>
/// <remarks>The web server is stopped before this, so the last round sees the refusals of the last request.</remarks>
internal sealed partial class AuthenticationFailureWriter(
    AuthenticationFailures failures,
    AuthenticationFailureRepository repository,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<AuthenticationFailureWriter> logger)
    : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastRound = TimeSpan.FromSeconds(5);

    // Small enough that a batch does not hold up other writers.
    private const int BatchSize = 50;

    // A round that begins while another is under way would record the same counts again.
    private readonly SemaphoreSlim _turn = new(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // Not the host's own token: requests that were slow to end may have used its time up.
        using var limit = new CancellationTokenSource(LastRound);
        await RecordAsync(everything: true, limit.Token);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        try
        {
            await lifetime.WaitForStartAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RecordAsync(everything: false, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; StopAsync records the rest.
        }
    }

    private async Task RecordAsync(bool everything, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var batch in failures.TakeDue(everything).Chunk(BatchSize))
            {
                await repository.RecordAsync([.. batch.Select(counted => counted.Event)], cancellationToken);
                failures.Recorded(batch);
            }
        }
#pragma warning disable CA1031 // Whatever goes wrong, the refusals stay counted and the next tick tries again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogNotRecorded(exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    [LoggerMessage(EventId = 1310, Level = LogLevel.Warning, Message = "Refused authorization headers could not be recorded; they stay counted and the next attempt is in a few seconds.")]
    private partial void LogNotRecorded(Exception exception);
}

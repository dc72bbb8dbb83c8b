using Microsoft.Extensions.Hosting;

namespace Unleash.Pat.Application.Hosting;

/// <summary>
/// Work that recurs in the background while the service runs. A round that fails is logged, once a minute where it fails again
/// in the same way, and the next one tries again.
/// </summary>
/// <param name="lifetime">Tells when the service has started: the database is created after the host begins to start its services.</param>
/// <param name="interval">The time between two rounds.</param>
/// <param name="time">The clock of the interval.</param>
public abstract class RecurringWork(IHostApplicationLifetime lifetime, TimeSpan interval, TimeProvider time) : BackgroundService
{
    private const string Round = "round";

    private static readonly TimeSpan LastRoundTimeout = TimeSpan.FromSeconds(5);

    private readonly PeriodicTimer _timer = new(interval, time);

    // A round that begins while another is under way would write the same again.
    private readonly SemaphoreSlim _round = new(1);
    private readonly Lock _gate = new();
    private Task? _stop;

    /// <summary>Which failures of rounds, and of their parts, are logged.</summary>
    protected FailureLog Failures { get; } = new(time);

    /// <summary>Whether a last round runs as the service stops. The web server has stopped before, so it sees the last request.</summary>
    protected virtual bool HasLastRound => true;

    /// <inheritdoc />
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        // A host that is stopped twice at once would be disposed of by the first, while the second still runs its last round.
        lock (_gate)
        {
            return _stop ??= StopOnceAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _timer.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WaitForStartAsync(stoppingToken);
            await PrepareAsync(stoppingToken);
            while (true)
            {
                await WaitAsync(stoppingToken);
                await RunRoundAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops. StopAsync runs the last round.
        }
    }

    /// <summary>Does what must be done once, before the first wait.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for the next round.</summary>
    protected virtual async Task WaitAsync(CancellationToken cancellationToken) =>
        await _timer.WaitForNextTickAsync(cancellationToken);

    /// <summary>Runs the round that is due.</summary>
    protected virtual Task RunRoundAsync(CancellationToken cancellationToken) => TryRunAsync(isLast: false, cancellationToken);

    /// <summary>The work of one round. It is cancelled when the service stops, and work that fails must be kept for the next round.</summary>
    /// <param name="isLast">Whether no round follows.</param>
    protected abstract Task RunAsync(bool isLast, CancellationToken cancellationToken);

    /// <summary>Logs that a round failed.</summary>
    protected abstract void LogFailure(Exception exception);

    /// <summary>Runs a round; a failure is logged.</summary>
    /// <returns>Whether it succeeded.</returns>
    protected async Task<bool> TryRunAsync(bool isLast, CancellationToken cancellationToken)
    {
        await _round.WaitAsync(cancellationToken);
        try
        {
            await RunAsync(isLast, cancellationToken);
            Failures.Succeeded(Round);
            return true;
        }
#pragma warning disable CA1031 // Whatever goes wrong, the next round tries again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            if (Failures.IsDue(Round, exception))
            {
                LogFailure(exception);
            }

            return false;
        }
        finally
        {
            _round.Release();
        }
    }

    private async Task StopOnceAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (HasLastRound)
        {
            // Not the host's own token: requests that were slow to end may have used its time up.
            using var limit = new CancellationTokenSource(LastRoundTimeout);
            try
            {
                await TryRunAsync(isLast: true, limit.Token);
            }
            catch (OperationCanceledException exception)
            {
                // The database does not answer. What stops after this must stop too.
                LogFailure(exception);
            }
        }
    }

    private async Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}

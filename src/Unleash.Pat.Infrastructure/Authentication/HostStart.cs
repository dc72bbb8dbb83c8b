using Microsoft.Extensions.Hosting;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>Lets work in the background wait until the service has started.</summary>
internal static class HostStart
{
    /// <summary>Waits for it: the database is made after the host has begun to start its services.</summary>
    public static async Task WaitForStartAsync(this IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.Infrastructure.Archiving;

/// <summary>Refuses to start with a folder that the archive or the heads of the event log cannot be written to.</summary>
internal sealed class EventFoldersCheck(IOptions<EventOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.ArchiveTo is { } folder)
        {
            Require("Events:ArchiveTo", "a folder that can be written to", () => Try(folder));
        }

        if (options.Value.HeadsTo is { } file)
        {
            Require(
                "Events:HeadsTo",
                "a file that can be written to, in a folder that is there",
                () => AppendOnlyFile.Open(Path.GetFullPath(file)).Dispose());
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Try(string folder)
    {
        var path = Path.GetFullPath(folder);
        PrivateFile.CreateFolder(path);
        var trial = Path.Combine(path, $".trial-{Guid.NewGuid():N}");
        PrivateFile.Create(trial).Dispose();
        File.Delete(trial);
    }

    private static void Require(string setting, string demand, Action attempt)
    {
        try
        {
            attempt();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartupException($"{setting} must name {demand}: {exception.Message}", exception);
        }
    }
}

using MediatR;
using Unleash.Pat.Api.AdminUi;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Hosting.Logging;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.Instance;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Api.Hosting;

/// <summary>
/// Prepares the database after the web server has its address, and shows how to sign in for the first time. A start that
/// fails because of a port thus changes nothing and shows no password.
/// </summary>
internal sealed partial class DatabasePreparation(
    IServiceProvider services,
    IDatabaseInitializer database,
    IDatabaseProbe probe,
    ServiceReadiness readiness,
    StartupLogFilter filter,
    ILogger<DatabasePreparation> logger)
    : IHostedLifecycleService
{
    private const int MostLooks = 3;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        // Before anything is created or changed.
        await services.GetRequiredService<AdminUiFiles>().EnsurePresentAsync();
        await database.InitializeAsync(SeedAsync, cancellationToken);
        readiness.Open();
        filter.End();
        await TellAsync(ServiceAddress.Of(services), cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A table can be missing, or the disk full: requests that need neither are answered, and "ready" would be wrong.
    private async Task TellAsync(string address, CancellationToken cancellationToken)
    {
        if (await FaultAsync(cancellationToken) is { } fault)
        {
            LogNotReady(fault, address, HealthEndpoints.Ready);
        }
        else
        {
            LogReady(address);
        }
    }

    // A database that was prepared a moment ago and answers late has no fault: the machine is busy.
    private async Task<Exception?> FaultAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostLooks; attempt++)
        {
            try
            {
                await probe.RequireReadyAsync(cancellationToken);
                return null;
            }
            catch (ServiceUnavailableException exception) when (exception.InnerException is not OperationCanceledException)
            {
                return exception.InnerException ?? exception;
            }
            catch (ServiceUnavailableException)
            {
                // It has not answered in time.
            }
        }

        return null;
    }

    private Task SeedAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(PrepareCookiesAsync(cancellationToken), EnsureInitialAdminAsync(cancellationToken));

    private async Task PrepareCookiesAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Reading and creating keys blocks a thread.
            await Task.Run(services.GetRequiredService<SessionCookie>().Prepare, cancellationToken);
        }
        catch (ServiceUnavailableException)
        {
            // The first request that needs the keys tries again.
        }
    }

    private async Task EnsureInitialAdminAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var result = await mediator.Send(new EnsureInitialAdminCommand(), cancellationToken);
        if (result.File is { } file)
        {
            LogPasswordFile(result.Username!, file);
        }
        else if (result.GeneratedPassword is { } password)
        {
            // To the terminal only. Threat: a password in a log.
            await Console.Out.WriteLineAsync(
                $"The first administrator is \"{result.Username}\". The password, shown this once: {password.Reveal()}");
        }
        else if (result.Username is not null)
        {
            LogFirstAdmin(result.Username);
        }
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "Unleash.Pat is ready at {Address}. Open it in a browser to sign in.")]
    private partial void LogReady(string address);

    [LoggerMessage(EventId = 1008, Level = LogLevel.Warning, Message = "Unleash.Pat listens at {Address}, but cannot work with its database. {Path} answers 200 when it can.")]
    private partial void LogNotReady(Exception exception, string address, string path);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Information, Message = "The first administrator is \"{Username}\"; its password is the one that InitialAdmin:Password sets.")]
    private partial void LogFirstAdmin(string username);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Information, Message = "The first administrator is \"{Username}\"; its password is in the file {File}. Sign in, change it, and delete the file.")]
    private partial void LogPasswordFile(string username, string file);
}

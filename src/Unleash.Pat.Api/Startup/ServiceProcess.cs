using Microsoft.Extensions.Options;
using Unleash.Pat.Application;
using Unleash.Pat.Infrastructure;

namespace Unleash.Pat.Api.Startup;

/// <summary>The process from its start to its end.</summary>
internal static class ServiceProcess
{
    public static Task<int> ServeAsync(string[] arguments) => RunAsync(arguments, app => app.UseUnleashPat().RunAsync());

    public static Task<int> MigrateAsync(string[] arguments) =>
        RunAsync([.. arguments, MigrateCommand.MigrateArgument], app => app.MigrateAsync());

    private static async Task<int> RunAsync(string[] arguments, Func<WebApplication, Task> work)
    {
        WebApplication? app = null;
        try
        {
            app = Build(arguments);
            await work(app);
            return 0;
        }
        catch (OperationCanceledException) when (app?.Lifetime.ApplicationStopping.IsCancellationRequested is true)
        {
            // Somebody ended the process before it was ready.
            return 0;
        }
#pragma warning disable CA1031 // A process that aborts shows a stack trace instead of a sentence, and writes a core file.
        catch (Exception exception) when (exception is not HostAbortedException)
#pragma warning restore CA1031
        {
            return await StartupFaults.TellAsync(exception, app);
        }
        finally
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <summary>Makes the service, and refuses settings that it cannot use before anything else is made or changed.</summary>
    public static WebApplication Build(string[] arguments)
    {
        var builder = ServiceDefaults.CreateBuilder(arguments);
        builder.Services
            .AddApplication(builder.Configuration)
            .AddInfrastructure(builder.Configuration)
            .AddApi(builder.Configuration)
            .AddStart();
        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app;
    }
}

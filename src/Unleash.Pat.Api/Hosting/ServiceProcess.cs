using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application;
using Unleash.Pat.Infrastructure;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Runs the process for each command, and reports what fails.</summary>
internal static class ServiceProcess
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(1);

    public static Task<int> ServeAsync(string[] arguments, bool createAgain)
    {
        _ = CodeLoading.Begin();
        return RunAsync(() => Build(arguments, createAgain), ServeAsync);
    }

    public static Task<int> MigrateAsync(string[] arguments, bool createAgain) =>
        RunAsync(() => Build([.. arguments, MigrateCommand.MigrateArgument], createAgain), app => app.MigrateAsync());

    public static Task<int> BackUpAsync(string[] arguments, string file) =>
        RunAsync(() => Build(arguments), app => app.BackUpDatabaseAsync(file), "cannot back the database up");

    public static Task<int> RestoreAsync(string[] arguments, string file) =>
        RunAsync(() => Build(arguments), app => app.RestoreDatabaseAsync(file), "cannot restore the database");

    // Not by the framework's RunAsync, which disposes of the logger before a fault can be reported.
    private static async Task ServeAsync(WebApplication app)
    {
        await app.UseUnleashPat().StartAsync();
        await app.WaitForShutdownAsync();
    }

    private static async Task<int> RunAsync(
        Func<WebApplication> build, Func<WebApplication, Task> work, string failure = StartupFaults.CannotStart)
    {
        WebApplication? app = null;
        try
        {
            app = build();
            await work(app);
            return 0;
        }
        catch (OperationCanceledException) when (app?.Lifetime.ApplicationStopping.IsCancellationRequested is true)
        {
            // The process was stopped before it was ready.
            return 0;
        }
#pragma warning disable CA1031 // A process that aborts shows a stack trace instead of a sentence, and writes a core file.
        catch (Exception exception) when (exception is not HostAbortedException)
#pragma warning restore CA1031
        {
            var code = await StartupFaults.ReportAsync(exception, app, failure);
            await StopListeningAsync(app);
            return code;
        }
        finally
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    // What answers requests is disposed of before the web server, and would answer 500.
    private static async Task StopListeningAsync(WebApplication? app)
    {
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await (app?.Services.GetRequiredService<IServer>().StopAsync(limit.Token) ?? Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            // Requests that are still not answered are cut off.
        }
    }

    /// <summary>Builds the service, and refuses settings that it cannot use before anything is created or changed.</summary>
    public static WebApplication Build(string[] arguments, bool createAgain = false) => Build(arguments, createAgain, _ => { });

    /// <inheritdoc cref="Build(string[], bool)" />
    public static WebApplication Build(string[] arguments, Action<IServiceCollection> configure) => Build(arguments, createAgain: false, configure);

    private static WebApplication Build(string[] arguments, bool createAgain, Action<IServiceCollection> configure)
    {
        var builder = ServiceDefaults.CreateBuilder(arguments);
        builder.Services
            .AddApplication(builder.Configuration)
            .AddInfrastructure(builder.Configuration, createAgain)
            .AddApi(builder.Configuration)
            .AddStart();
        configure(builder.Services);
        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app;
    }
}

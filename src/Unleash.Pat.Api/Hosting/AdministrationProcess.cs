using Microsoft.Extensions.DependencyInjection.Extensions;
using Unleash.Pat.Api.Hosting.Administration;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Runs one use case on the database, beside a running service or without one, and ends.</summary>
/// <remarks>The use cases are those of the API: the same rules hold, and the same events are recorded.</remarks>
internal static class AdministrationProcess
{
    public const string Failure = "could not do it";

    // Standard output is for the result. A database that is missing, older or newer is refused and not changed.
    private static readonly string[] Arguments =
        ["--Database:MigrateOnStart=false", "--Database:Create=false", "--Logging:LogLevel:Default=None"];

    public static AdministrationRunner With(string[] hostArguments) =>
        (work, cancellationToken) => RunAsync(hostArguments, work, cancellationToken);

    private const string NoDatabase =
        "There is no database where the settings say. Give the service's own, for example --ConnectionStrings:UnleashPat=…, and run the command in the service's folder if they name a file without a path.";

    private static async Task<int> RunAsync(
        string[] hostArguments,
        Func<Administration.Administration, CancellationToken, Task> work,
        CancellationToken cancellationToken)
    {
        WebApplication? app = null;
        try
        {
            app = ServiceProcess.Build(
                [.. hostArguments, .. Arguments], services => services.Replace(ServiceDescriptor.Singleton<ICurrentUser, CommandLineUser>()));
            await app.Services.GetRequiredService<IDatabaseInitializer>().InitializeAsync(_ => Task.CompletedTask, cancellationToken);
            var administration = new Administration.Administration(app.Services);
            await work(administration, cancellationToken);
            return administration.ExitCode;
        }
        catch (NoDatabaseException)
        {
            // The settings that its own message speaks of are this command's, not the operator's.
            return await StartupFaults.ReportAsync(NoDatabase, Failure);
        }
        catch (RefusedException refused)
        {
            return await StartupFaults.ReportAsync(string.Join(' ', refused.Details.Select(detail => OptionNames.In(detail.Message))), Failure);
        }
#pragma warning disable CA1031 // A process that aborts shows a stack trace instead of a sentence.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return await StartupFaults.ReportAsync(exception, app, Failure);
        }
        finally
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }
}

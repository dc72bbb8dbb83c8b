using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting;

/// <summary>
/// <c>dotnet Unleash.Pat.Api.dll migrate</c>: creates and migrates the database, and exits; for deployments in which the
/// service's own login may not change the schema.
/// </summary>
internal static partial class MigrateCommand
{
    public const string Name = "migrate";

    /// <summary>Overrides <c>Database:MigrateOnStart=false</c>, which holds for the service alone.</summary>
    public const string MigrateArgument = "--Database:MigrateOnStart=true";

    public static async Task MigrateAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<IDatabaseInitializer>()
            .InitializeAsync(_ => Task.CompletedTask, app.Lifetime.ApplicationStopping);
        LogMigrated(app.Logger);
    }

    [LoggerMessage(EventId = 1004, Level = LogLevel.Information, Message = "The database is at this version of Unleash.Pat.")]
    private static partial void LogMigrated(ILogger logger);
}

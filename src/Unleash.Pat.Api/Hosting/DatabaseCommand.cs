using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting;

/// <summary><c>dotnet Unleash.Pat.Api.dll database backup</c> and <c>database restore</c>.</summary>
internal static partial class DatabaseCommand
{
    public const string Name = "database";
    public const string Backup = "backup";
    public const string Restore = "restore";

    public static async Task BackUpDatabaseAsync(this WebApplication app, string file)
    {
        await app.Services.GetRequiredService<IDatabaseCopies>().BackUpAsync(file, app.Lifetime.ApplicationStopping);
        var copy = Path.GetFullPath(file);
        LogBackedUp(app.Logger, copy);
    }

    public static async Task RestoreDatabaseAsync(this WebApplication app, string file)
    {
        var former = await app.Services.GetRequiredService<IDatabaseCopies>().RestoreAsync(file, app.Lifetime.ApplicationStopping);
        var copy = Path.GetFullPath(file);
        LogRestored(app.Logger, copy, former ?? "there was none");
    }

    [LoggerMessage(EventId = 1006, Level = LogLevel.Information, Message = "The database is backed up to {File}.")]
    private static partial void LogBackedUp(ILogger logger, string file);

    [LoggerMessage(EventId = 1007, Level = LogLevel.Information, Message = "The database is restored from {File}. The former one: {Former}. What was revoked after the backup was made is valid again; docs/recovery.md says how to find it.")]
    private static partial void LogRestored(ILogger logger, string file, string former);
}

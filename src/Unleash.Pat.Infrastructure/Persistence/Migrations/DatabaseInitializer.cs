using System.Reflection;
using DbUp.Engine;
using Microsoft.Extensions.Logging;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <inheritdoc cref="IDatabaseInitializer" />
internal sealed partial class DatabaseInitializer(
    IMigrationTarget target,
    DatabaseOptions options,
    MigrationSet migrations,
    IEnumerable<IBackfill> backfills,
    ILogger<DatabaseInitializer> logger)
    : IDatabaseInitializer
{
    private const string HowToMigrate =
        "Run \"dotnet Unleash.Pat.Api.dll migrate\" with a login that may change the schema.";

    private static readonly string Folder = typeof(DatabaseInitializer).Namespace!;

    public async Task InitializeAsync(Func<CancellationToken, Task> seed, CancellationToken cancellationToken)
    {
        try
        {
            if (WhyNotToCreate() is not { } reason)
            {
                await target.CreateAsync(cancellationToken);
            }
            else if (!await target.ExistsAsync(cancellationToken))
            {
                throw new NoDatabaseException($"There is no database yet, and {reason}");
            }

            await using var migrationLock = await target.LockAsync(cancellationToken);

            // Most starts have nothing to apply, and do not load DbUp.
            if (await target.PrepareAsync(cancellationToken) is not { } applied || !migrations.Fits(applied))
            {
                await Task.Run(Migrate, cancellationToken);
            }

            await target.AttachAsync(cancellationToken);
            await Task.WhenAll(seed(cancellationToken), BackfillAsync(cancellationToken));
        }
        catch (Exception exception) when (Explain(exception) is { } reason)
        {
            throw new StartupException(reason, exception);
        }
    }

    /// <summary>Whether an embedded resource is a migration of an engine.</summary>
    public static bool IsOf(DatabaseProvider provider, string name) =>
        name.StartsWith($"{Folder}.{provider}.", StringComparison.Ordinal);

    private async Task BackfillAsync(CancellationToken cancellationToken)
    {
        foreach (var backfill in backfills)
        {
            await backfill.RunAsync(cancellationToken);
        }
    }

    private string? WhyNotToCreate() => options switch
    {
        { MigrateOnStart: false } => $"Database:MigrateOnStart=false forbids creating it here. {HowToMigrate}",
        { Create: false } => "Database:Create=false forbids creating it. Create it, or start once with --create-database.",
        _ => null,
    };

    private string? Explain(Exception exception) =>
        target.Explain(exception is ServiceUnavailableException { InnerException: { } cause } ? cause : exception);

    private void Migrate()
    {
        var engine = target.Upgrade()
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => IsOf(target.Provider, name))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();
        RefuseNewer(engine);
        if (!options.MigrateOnStart)
        {
            RefuseOlder(engine);
            return;
        }

        var result = engine.PerformUpgrade();
        if (!result.Successful)
        {
            throw new StartupException(
                $"The migration {MigrationSet.ShortName(result.ErrorScript?.Name ?? "")} failed and was undone: {result.Error.Message}", result.Error);
        }

        foreach (var name in result.Scripts.Select(script => MigrationSet.ShortName(script.Name)))
        {
            LogApplied(name);
        }
    }

    // Threat: an old version that writes into a newer schema can break rules that it does not have.
    private void RefuseNewer(UpgradeEngine engine)
    {
        if (migrations.TooNew(engine.GetExecutedScripts()).Order(StringComparer.Ordinal).LastOrDefault() is { } newest)
        {
            throw new StartupException(
                $"The database comes from a newer version of Unleash.Pat (it has {MigrationSet.ShortName(newest)}, which this version does not "
                + "know). Run that version, or restore a backup from before it.");
        }
    }

    private static void RefuseOlder(UpgradeEngine engine)
    {
        if (engine.GetScriptsToExecute() is [var next, ..])
        {
            throw new StartupException(
                $"The database lacks {MigrationSet.ShortName(next.Name)}, and a command does not migrate, nor does a start with "
                + $"Database:MigrateOnStart=false. {HowToMigrate}");
        }
    }

    [LoggerMessage(EventId = 1201, Level = LogLevel.Information, Message = "Applied the migration {Script}.")]
    private partial void LogApplied(string script);
}

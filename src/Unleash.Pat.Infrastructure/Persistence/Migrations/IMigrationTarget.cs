using DbUp.Builder;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>A database that can be created, locked and migrated: what differs between the engines.</summary>
internal interface IMigrationTarget
{
    /// <summary>The engine, which decides about the scripts.</summary>
    DatabaseProvider Provider { get; }

    /// <summary>The folder on this machine for files that belong to the database.</summary>
    string Folder { get; }

    /// <summary>Whether the database exists, where it may not be created.</summary>
    Task<bool> ExistsAsync(CancellationToken cancellationToken);

    /// <summary>Creates the database, where it is missing and may be created.</summary>
    Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>Waits until no other process migrates this database. The lock ends with the process that holds it.</summary>
    Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken);

    /// <summary>Prepares the database for its migrations, under the lock.</summary>
    /// <returns>The migrations that it has; <see langword="null"/> where only DbUp finds out.</returns>
    Task<IReadOnlySet<string>?> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Attaches the service to the database; called under the lock, after the migrations.</summary>
    Task AttachAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>DbUp's engine for it.</summary>
    UpgradeEngineBuilder Upgrade();

    /// <summary>Explains an exception to an operator, where it says that the database cannot be used.</summary>
    /// <returns>The reason and what to do, or <see langword="null"/> for any other exception.</returns>
    string? Explain(Exception exception);
}

using DbUp.Builder;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>A database that can be made, locked and migrated: what differs between the engines.</summary>
internal interface IMigrationTarget
{
    /// <summary>Which scripts are for it.</summary>
    DatabaseProvider Provider { get; }

    /// <summary>Where on this machine files that belong to the database are kept.</summary>
    string Folder { get; }

    /// <summary>Whether the database is there; asked where it may not be made.</summary>
    Task<bool> ExistsAsync(CancellationToken cancellationToken);

    /// <summary>Makes the database, where it is missing and may be made.</summary>
    Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>Waits until no other process migrates this database; the lock ends with the process that has it.</summary>
    Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken);

    /// <summary>Readies the database, under the lock, before its migrations.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Works on the database from now on; called under the lock, once its migrations are done.</summary>
    Task AttachAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>How DbUp reaches it.</summary>
    UpgradeEngineBuilder Upgrade();

    /// <summary>Whether an exception says that the database cannot be used, and what to do about it.</summary>
    /// <returns>The reason, or <see langword="null"/> where it says something else.</returns>
    string? Explain(Exception exception);
}

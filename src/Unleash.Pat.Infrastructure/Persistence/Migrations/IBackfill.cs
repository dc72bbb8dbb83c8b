namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>Computes values that a migration cannot compute in SQL, and those that an older version has left empty since.</summary>
internal interface IBackfill
{
    /// <summary>
    /// Runs at every start, under the migrations' lock and in small transactions, with no more than the service's own
    /// permissions. Where it is interrupted, the next start goes on.
    /// </summary>
    Task RunAsync(CancellationToken cancellationToken);
}

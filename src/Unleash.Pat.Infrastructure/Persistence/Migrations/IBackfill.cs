namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>Fills in what a migration could not compute in SQL, and what another version has left empty since.</summary>
internal interface IBackfill
{
    /// <summary>
    /// Does what there is to do, under the migrations' lock and in small transactions; interrupted, the next start goes
    /// on where it stopped. It needs the rights of the service alone, because every start runs it.
    /// </summary>
    Task RunAsync(CancellationToken cancellationToken);
}

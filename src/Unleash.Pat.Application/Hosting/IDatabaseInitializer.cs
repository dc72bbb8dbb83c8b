namespace Unleash.Pat.Application.Hosting;

/// <summary>Brings the database to what this version of the service needs, before it serves.</summary>
public interface IDatabaseInitializer
{
    /// <summary>Creates and migrates the database, then seeds it; one process at a time.</summary>
    /// <param name="seed">Run after the migrations, still under the lock, while what earlier versions left is completed.</param>
    /// <returns>When the database is ready.</returns>
    /// <exception cref="StartupException">The database cannot be used; the message says why and what to do.</exception>
    Task InitializeAsync(Func<CancellationToken, Task> seed, CancellationToken cancellationToken);
}

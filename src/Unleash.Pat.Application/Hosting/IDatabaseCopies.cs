namespace Unleash.Pat.Application.Hosting;

/// <summary>Copies the database, and puts a copy in its place.</summary>
public interface IDatabaseCopies
{
    /// <summary>Copies the database into a new file, also while the service runs and writes. Cancelled, it leaves no file.</summary>
    /// <param name="file">Where the copy goes.</param>
    /// <returns>When the copy is checked and on the disk.</returns>
    /// <exception cref="StartupException">The copy failed; the message says why.</exception>
    Task BackUpAsync(string file, CancellationToken cancellationToken);

    /// <summary>Puts a copy in the database's place, while no service runs. Cancelled, it changes nothing.</summary>
    /// <param name="file">The copy, which stays.</param>
    /// <returns>Where the former database is kept; <see langword="null"/> where there was none.</returns>
    /// <exception cref="StartupException">It cannot be put there; the message says why, and nothing is changed.</exception>
    Task<string?> RestoreAsync(string file, CancellationToken cancellationToken);
}

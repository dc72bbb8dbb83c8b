namespace Unleash.Pat.Application.Hosting;

/// <summary>Says whether the database can serve.</summary>
public interface IDatabaseProbe
{
    /// <summary>Looks whether the database is reached and at this version's schema.</summary>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>When it is found ready.</returns>
    /// <exception cref="ServiceUnavailableException">It is not.</exception>
    Task RequireReadyAsync(CancellationToken cancellationToken);
}

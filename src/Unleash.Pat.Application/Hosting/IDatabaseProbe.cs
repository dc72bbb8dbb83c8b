namespace Unleash.Pat.Application.Hosting;

/// <summary>Says whether the database can serve.</summary>
public interface IDatabaseProbe
{
    /// <summary>Checks that the database can be reached and has this version's schema.</summary>
    /// <returns>When it is found ready.</returns>
    /// <exception cref="ServiceUnavailableException">It is not.</exception>
    Task RequireReadyAsync(CancellationToken cancellationToken);
}

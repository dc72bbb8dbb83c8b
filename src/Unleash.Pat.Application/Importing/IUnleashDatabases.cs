namespace Unleash.Pat.Application.Importing;

/// <summary>Reads databases of Unleash.</summary>
public interface IUnleashDatabases
{
    /// <summary>A database, which is not connected to before it is read.</summary>
    /// <param name="connectionString">As Npgsql takes it, or a URL as in Unleash's <c>DATABASE_URL</c>.</param>
    /// <exception cref="Hosting.StartupException">It is no connection string.</exception>
    IImportSource Open(string connectionString);
}

namespace Unleash.Pat.Application.Authentication;

/// <summary>Reads and writes what verifying sessions needs. A last use that is written prolongs the session.</summary>
public interface ISessionVerifierStore : ILastUsedStore
{
    /// <summary>Finds a session by the hash of its key.</summary>
    /// <param name="keyHash">SHA-256 of the key, 32 bytes.</param>
    /// <returns>The session, expired or not, or <see langword="null"/>.</returns>
    /// <exception cref="ServiceUnavailableException">The database cannot be reached.</exception>
    Task<StoredSession?> FindAsync(byte[] keyHash, CancellationToken cancellationToken);
}

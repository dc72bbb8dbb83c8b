namespace Unleash.Pat.Application.Authentication;

/// <summary>Reads and writes what verifying tokens of one kind needs. One is registered for each <see cref="Domain.Tokens.TokenKind"/>.</summary>
public interface ITokenVerifierStore : ILastUsedStore
{
    /// <summary>Finds a token by its selector, in exactly this case.</summary>
    /// <param name="selector">22 characters of base64url.</param>
    /// <returns>The token, expired or not, or <see langword="null"/>.</returns>
    /// <exception cref="ServiceUnavailableException">The database cannot be reached.</exception>
    Task<StoredToken?> FindAsync(string selector, CancellationToken cancellationToken);
}

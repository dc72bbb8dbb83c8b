namespace Unleash.Pat.Application.Authentication;

/// <summary>Verifies presented tokens, personal ones and issued admin tokens: the hot path.</summary>
public interface ITokenAuthenticator
{
    /// <summary>Says whose token this is, and remembers that it was used.</summary>
    /// <param name="credential">What the client sent, without its scheme.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The account, or why the text is no living token.</returns>
    /// <exception cref="ServiceUnavailableException">The database is needed and cannot be reached.</exception>
    ValueTask<TokenVerdict> AuthenticateAsync(ReadOnlyMemory<char> credential, CancellationToken cancellationToken);
}

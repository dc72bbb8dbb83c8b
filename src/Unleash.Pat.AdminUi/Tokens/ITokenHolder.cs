using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>Whose tokens a list shows: one's own, or a service account's.</summary>
public interface ITokenHolder
{
    /// <summary>Where the tokens are, relative to the service's address.</summary>
    string Path { get; }

    /// <summary>What a token lets its bearer do, in words.</summary>
    string Purpose { get; }

    /// <summary>Issues a token.</summary>
    /// <param name="token">What it is asked to be.</param>
    /// <returns>The token, with its secret.</returns>
    Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token);

    /// <summary>Revokes a token.</summary>
    /// <param name="id">The token.</param>
    /// <returns>When it is dead.</returns>
    Task DeleteAsync(long id);

    /// <summary>Asks for all tokens.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The tokens, by id.</returns>
    Task<IReadOnlyList<PersonalAccessToken>> GetAsync(CancellationToken cancellationToken);
}

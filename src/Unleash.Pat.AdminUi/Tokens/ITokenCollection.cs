using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The tokens of one account: the user's own, or a service account's.</summary>
public interface ITokenCollection
{
    /// <summary>The API's path to the tokens, relative to the base path.</summary>
    string Path { get; }

    /// <summary>Explains what a token is for.</summary>
    string Purpose { get; }

    Task<IReadOnlyList<PersonalAccessToken>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Creates a token, and returns it with its secret.</summary>
    Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token);

    Task RevokeAsync(long id);
}

using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The tokens of one account: the user's own, or a service account's.</summary>
public interface ITokenCollection
{
    /// <summary>The API's path to the tokens, relative to the base path.</summary>
    string Path { get; }

    /// <summary>Explains what a token is for.</summary>
    string Purpose { get; }

    /// <summary>Whether tokens can be created and rotated here.</summary>
    bool CanIssue { get; }

    Task<IReadOnlyList<PersonalAccessToken>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Creates a token, and returns it with its secret.</summary>
    Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token);

    /// <summary>Renames a token, or switches it off or on.</summary>
    Task<PersonalAccessToken> UpdateAsync(long id, PersonalAccessTokenUpdate update);

    /// <summary>Gives a token a new secret, and returns the token with it.</summary>
    Task<IssuedPersonalAccessToken> RotateAsync(long id, TokenRotation rotation);

    Task RevokeAsync(long id);

    /// <summary>Deletes all expired tokens.</summary>
    Task DeleteExpiredAsync();
}

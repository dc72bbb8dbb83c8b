using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The tokens of the signed-in user.</summary>
internal sealed class OwnTokens(IUnleashPatClient client) : ITokenCollection
{
    public string Path => "api/admin/user/tokens";

    public string Purpose => "Use personal API tokens to authenticate to the Unleash API as yourself, with all rights of your account or only some scopes.";

    public bool CanIssue => true;

    public Task<IReadOnlyList<PersonalAccessToken>> ListAsync(CancellationToken cancellationToken) => client.Tokens.ListAsync(cancellationToken);

    public Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token) => client.Tokens.CreateAsync(token);

    public Task<PersonalAccessToken> UpdateAsync(long id, PersonalAccessTokenUpdate update) => client.Tokens.UpdateAsync(id, update);

    public Task<IssuedPersonalAccessToken> RotateAsync(long id, TokenRotation rotation) => client.Tokens.RotateAsync(id, rotation);

    public Task RevokeAsync(long id) => client.Tokens.RevokeAsync(id);

    public Task DeleteExpiredAsync() => client.Tokens.RevokeExpiredAsync();
}

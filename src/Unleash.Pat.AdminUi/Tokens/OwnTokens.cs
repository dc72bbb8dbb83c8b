using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The tokens of whoever is signed in.</summary>
internal sealed class OwnTokens(IUnleashPatClient client) : ITokenHolder
{
    public string Path => "api/admin/user/tokens";

    public string Purpose => "Use personal API tokens to authenticate to the Unleash API as yourself. A token has the same access as your account.";

    public Task<IssuedPersonalAccessToken> CreateAsync(NewPersonalAccessToken token) => client.Tokens.CreateAsync(token);

    public Task DeleteAsync(long id) => client.Tokens.RevokeAsync(id);

    public Task<IReadOnlyList<PersonalAccessToken>> GetAsync(CancellationToken cancellationToken) =>
        client.Tokens.ListAsync(cancellationToken);
}

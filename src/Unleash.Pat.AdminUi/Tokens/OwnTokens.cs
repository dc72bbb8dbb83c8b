using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Tokens;

/// <summary>The tokens of whoever is signed in.</summary>
internal sealed class OwnTokens(IUnleashPatClient client) : ITokenHolder
{
    public string Path => "api/admin/user/tokens";

    public string Purpose => "Use personal API tokens to authenticate to the Unleash API as yourself. A token has the same access as your account.";

    public Task<PatSchema> CreateAsync(CreatePatSchema token) => client.CreatePatAsync(token);

    public Task DeleteAsync(long id) => client.DeletePatAsync(id);

    public async Task<IReadOnlyList<PatSchema>> GetAsync(CancellationToken cancellationToken) =>
        (await client.GetPatsAsync(cancellationToken)).Pats;
}

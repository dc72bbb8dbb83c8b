using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Profile;

/// <summary>The sessions of whoever is signed in.</summary>
internal sealed class OwnSessions(IUnleashPatClient client) : ISessionHolder
{
    public string EndAllAction => "Sign out everywhere";

    public string EndAllConsequence => "Every browser that is signed in to your account is signed out at once, this one too. Your tokens go on working.";

    public Task<IReadOnlyList<Client.Session>> GetAsync(CancellationToken cancellationToken) =>
        client.Sessions.ListAsync(cancellationToken);

    public Task EndAsync(long id) => client.Sessions.EndAsync(id);

    public Task EndAllAsync() => client.Sessions.EndAllAsync();
}

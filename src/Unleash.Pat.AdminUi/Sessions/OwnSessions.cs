using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Sessions;

/// <summary>The sessions of the signed-in user.</summary>
internal sealed class OwnSessions(IUnleashPatClient client) : ISessionCollection
{
    public string EndAllAction => "Sign out everywhere";

    public string EndAllConsequence => "All browsers that are signed in to your account are signed out at once, including this one. Your tokens keep working.";

    public Task<IReadOnlyList<Session>> ListAsync(CancellationToken cancellationToken) => client.Sessions.ListAsync(cancellationToken);

    public Task EndAsync(long id) => client.Sessions.EndAsync(id);

    public Task EndAllAsync() => client.Sessions.EndAllAsync();
}

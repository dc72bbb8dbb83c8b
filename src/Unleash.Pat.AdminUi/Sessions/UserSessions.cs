using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Sessions;

/// <summary>The sessions of a user, for administrators.</summary>
internal sealed class UserSessions(IUnleashPatClient client, long userId) : ISessionCollection
{
    public string EndAllAction => "End all sessions";

    public string EndAllConsequence => "All browsers that are signed in to this account are signed out at once. Its tokens keep working.";

    public Task<IReadOnlyList<Session>> ListAsync(CancellationToken cancellationToken) => client.Users.ListSessionsAsync(userId, cancellationToken);

    public Task EndAsync(long id) => client.Users.EndSessionAsync(userId, id);

    public Task EndAllAsync() => client.Users.EndAllSessionsAsync(userId);
}

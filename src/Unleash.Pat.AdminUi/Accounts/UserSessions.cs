using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>The sessions of a user, for administrators.</summary>
internal sealed class UserSessions(IUnleashPatClient client, long userId) : ISessionHolder
{
    public string EndAllAction => "End all sessions";

    public string EndAllConsequence => "Every browser that is signed in to this account is signed out at once. Its tokens go on working.";

    public Task<IReadOnlyList<Client.Session>> GetAsync(CancellationToken cancellationToken) =>
        client.Users.ListSessionsAsync(userId, cancellationToken);

    public Task EndAsync(long id) => client.Users.EndSessionAsync(userId, id);

    public Task EndAllAsync() => client.Users.EndAllSessionsAsync(userId);
}

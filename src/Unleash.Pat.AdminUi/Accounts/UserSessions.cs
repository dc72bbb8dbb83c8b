using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>The sessions of a user, for administrators.</summary>
internal sealed class UserSessions(IUnleashPatClient client, long userId) : ISessionHolder
{
    public string EndAllAction => "End all sessions";

    public string EndAllConsequence => "Every browser that is signed in to this account is signed out at once. Its tokens go on working.";

    public async Task<IReadOnlyList<SessionSchema>> GetAsync(CancellationToken cancellationToken) =>
        (await client.GetUserSessionsAsync(userId, cancellationToken)).Sessions;

    public Task EndAsync(long id) => client.EndUserSessionAsync(userId, id);

    public Task EndAllAsync() => client.EndUserSessionsAsync(userId);
}

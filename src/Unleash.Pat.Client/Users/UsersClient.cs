using System.Runtime.CompilerServices;

namespace Unleash.Pat.Client;

internal sealed class UsersClient(WireClient wire) : IUsersClient
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<User> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Page<User> page;
        for (var offset = 0; ; offset += page.Items.Count)
        {
            page = await GetPageAsync(offset, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var user in page.Items)
            {
                yield return user;
            }

            if (page.Items.Count == 0 || offset + page.Items.Count >= page.Total)
            {
                yield break;
            }
        }
    }

    public async Task<Page<User>> GetPageAsync(int offset, int limit, CancellationToken cancellationToken)
    {
        var page = await wire.GetUsersAsync(limit, offset, cancellationToken).ConfigureAwait(false);
        return new Page<User>(page.Users, page.Total);
    }

    public Task<IReadOnlyList<AccountIdentity>> SearchAsync(string query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return wire.SearchUsersAsync(query, cancellationToken);
    }

    public Task<User> GetAsync(long id, CancellationToken cancellationToken) => wire.GetUserAsync(id, cancellationToken);

    public Task<User> CreateAsync(NewUser user, CancellationToken cancellationToken) => wire.CreateUserAsync(user, cancellationToken);

    public Task<User> UpdateAsync(long id, UserUpdate update, CancellationToken cancellationToken) =>
        wire.UpdateUserAsync(id, update, cancellationToken);

    public Task DeleteAsync(long id, CancellationToken cancellationToken) => wire.DeleteUserAsync(id, cancellationToken);

    public Task SetPasswordAsync(long id, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(password);
        return wire.ChangeUserPasswordAsync(id, new NewPassword { Password = password }, cancellationToken);
    }

    public Task<PasswordLink> CreatePasswordLinkAsync(long id, CancellationToken cancellationToken) =>
        wire.CreatePasswordLinkAsync(id, cancellationToken);

    public Task ValidatePasswordAsync(string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(password);
        return wire.ValidateUserPasswordAsync(new NewPassword { Password = password }, cancellationToken);
    }

    public async Task<IReadOnlyList<Session>> ListSessionsAsync(long id, CancellationToken cancellationToken) =>
        (await wire.GetUserSessionsAsync(id, cancellationToken).ConfigureAwait(false)).Sessions;

    public Task EndSessionAsync(long id, long sessionId, CancellationToken cancellationToken) =>
        wire.EndUserSessionAsync(id, sessionId, cancellationToken);

    public Task EndAllSessionsAsync(long id, CancellationToken cancellationToken) => wire.EndUserSessionsAsync(id, cancellationToken);
}

using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.Users;

/// <summary>Changes and removes accounts of either kind, so that what this node remembers of them follows at once.</summary>
internal sealed class AccountChanger(
    IUserAdministration accounts, ITokenCache cache, ICurrentUser current, TimeProvider time)
{
    public Task<AccountChange> UpdateAsync(AccountUpdate update, string type, CancellationToken cancellationToken) =>
        EvictingAsync(update.Id, () => accounts.UpdateAsync(
            update,
            (before, after) => Event(type, UserEventData.From(after), UserEventData.From(before)),
            cancellationToken));

    public Task<AccountChange> DeleteAsync(long id, string accountType, string type, CancellationToken cancellationToken) =>
        EvictingAsync(id, () => accounts.DeleteAsync(
            id,
            accountType,
            removed => Event(type, data: null, UserEventData.From(removed)),
            ended => Event(EventType.AdminTokenDeleted, data: null, AdminTokenEventData.From(ended)),
            cancellationToken));

    public Task<bool> ChangePasswordAsync(PasswordChange change, AuditEvent changed, CancellationToken cancellationToken) =>
        EvictingAsync(change.UserId, () => accounts.ChangePasswordAsync(change, changed, cancellationToken));

    private AuditEvent Event(string type, object? data, object? preData) =>
        AuditEvent.By(current.Required, type, UtcMilliseconds.UtcNow(time), data, preData);

    private async Task<T> EvictingAsync<T>(long userId, Func<Task<T>> change)
    {
        try
        {
            return await change();
        }
        finally
        {
            // Threat: a change that was committed but not acknowledged would leave a removed or demoted account's
            // tokens alive in this node's memory. So they are forgotten whatever the database said.
            cache.EvictAccount(userId);
        }
    }
}

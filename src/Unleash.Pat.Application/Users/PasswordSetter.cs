using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Sets a password that keeps the rules, for the user or for an administrator.</summary>
internal sealed class PasswordSetter(
    IUserRepository users, ITokenEviction cache, IPasswordHasher passwords, ICurrentUser current, TimeProvider time)
{
    /// <returns><see langword="false"/> where the user was deleted or the stored hash is not the expected one.</returns>
    public async Task<bool> SetAsync(User user, Password password, string? expectedHash, CancellationToken cancellationToken)
    {
        var audit = AuditStamp.By(current.Required, EventType.UserPasswordChanged, UtcMilliseconds.UtcNow(time));
        var change = new PasswordChange(
            user, await passwords.HashAsync(password, cancellationToken), expectedHash, current.SessionId);
        try
        {
            return await users.ChangePasswordAsync(change, audit, cancellationToken);
        }
        finally
        {
            cache.EvictAccount(user.Id);
        }
    }
}

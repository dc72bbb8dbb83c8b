using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Sets a password, whoever asks for it.</summary>
internal sealed class PasswordSetter(
    AccountChanger accounts, IPasswordHasher passwords, PasswordRules rules, ICurrentUser current, TimeProvider time)
{
    public void EnsureAcceptable(User user, Password password) => rules.Require(password, user.Username, user.Email);

    public async Task<bool> SetAsync(User user, Password password, string? expectedHash, CancellationToken cancellationToken)
    {
        EnsureAcceptable(user, password);
        var changed = AuditEvent.By(
            current.Required, EventType.UserPasswordChanged, UtcMilliseconds.UtcNow(time), UserEventData.From(user));
        var change = new PasswordChange(
            user.Id, await passwords.HashAsync(password, cancellationToken), expectedHash, current.SessionId);
        return await accounts.ChangePasswordAsync(change, changed, cancellationToken);
    }
}

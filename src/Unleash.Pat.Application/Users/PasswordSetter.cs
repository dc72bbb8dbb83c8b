using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Sets a password, whoever asks for it.</summary>
internal sealed class PasswordSetter(
    AccountChanger accounts, IPasswordHashing passwords, PasswordRules rules, ICurrentAccount current, TimeProvider time)
{
    public void RequireGood(User user, Password password) => rules.Require(password, user.Username, user.Email);

    public async Task<bool> SetAsync(User user, Password password, string? expectedHash, CancellationToken cancellationToken)
    {
        RequireGood(user, password);
        var changed = AuditEvent.By(
            current.Required, EventType.UserPasswordChanged, Instant.UtcNow(time), UserEventData.From(user));
        var change = new PasswordChange(
            user.Id, await passwords.HashAsync(password, cancellationToken), expectedHash, current.SessionId);
        return await accounts.ChangePasswordAsync(change, changed, cancellationToken);
    }
}

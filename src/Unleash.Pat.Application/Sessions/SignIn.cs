using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Throttling;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Signs in with a password (docs/api.md, section 3).</summary>
/// <param name="Username">A username, or an e-mail address in any case.</param>
[NoPermissionRequired("A sign-in has no caller yet.")]
public sealed record SignInCommand(string Username, Password Password) : IRequest<SignedIn>;

internal sealed class SignInCommandHandler(
    IUserRepository users,
    ISessionRepository sessions,
    IPasswordHasher passwords,
    SessionStarter starter,
    RecentAccounts accounts,
    SignInThrottle throttle,
    IClientInfo client,
    TimeProvider time)
    : IRequestHandler<SignInCommand, SignedIn>
{
    public async Task<SignedIn> Handle(SignInCommand request, CancellationToken cancellationToken)
    {
        var found = await users.FindForSignInAsync(request.Username, cancellationToken);
        using var attempt = await throttle.EnterAsync(
            found is null
                ? SignInSource.OfName(request.Username, client.Address)
                : SignInSource.OfAccount(found.User, client.Address),
            () => sessions.HasLiveFromAsync(found?.User.Id ?? 0, client.Address, time.GetUtcNow(), cancellationToken),
            cancellationToken);

        // Threat: an answer that differs in words or duration for an unknown user reveals which users exist. So in either
        // case a password is hashed, one event is written, and the message is the same.
        if (await TryStartAsync(found, request.Password, cancellationToken) is { } signedIn)
        {
            attempt.Succeeded();
            return signedIn;
        }

        attempt.Failed();
        await RecordFailureAsync(found?.User, cancellationToken);
        throw new RefusedException(Errors.WrongCredentials);
    }

    private async Task<SignedIn?> TryStartAsync(
        UserCredentials? found, Password password, CancellationToken cancellationToken)
    {
        var check = await passwords.VerifyAsync(found?.PasswordHash, password, cancellationToken);
        if (check == PasswordVerificationResult.Failed || !found!.User.IsEnabled)
        {
            return null;
        }

        var renewed = check == PasswordVerificationResult.SuccessRehashNeeded ? await passwords.HashAsync(password, cancellationToken) : null;
        if (await starter.StartAsync(found!.User, new(found.PasswordHash, renewed), cancellationToken) is { } signedIn)
        {
            return signedIn;
        }

        // The stored hash has changed since it was read: the password was changed, or another sign-in renewed the hash of
        // the same password. The new hash decides.
        var now = await users.FindCredentialsAsync(found.User.Id, cancellationToken);
        return now?.PasswordHash == found.PasswordHash || await passwords.VerifyAsync(now?.PasswordHash, password, cancellationToken) == PasswordVerificationResult.Failed
            ? null
            : await starter.StartAsync(now!.User, new(now.PasswordHash), cancellationToken);
    }

    private async Task RecordFailureAsync(User? user, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var audit = user is null
            ? AuditStamp.BySystem(EventType.UserSignInFailed, now)
            : AuditStamp.By(user, EventType.UserSignInFailed, now);
        await sessions.RecordFailureAsync(user?.Id, SignInEventData.From(client), audit, cancellationToken);
        if (user is not null)
        {
            accounts.Forget(user.Id);
        }
    }
}

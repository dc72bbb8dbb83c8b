using MediatR;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions.Login;

internal sealed class LoginCommandHandler(
    IUserRepository users,
    ISessionRepository sessions,
    IPasswordHashing passwords,
    SessionStarter starter,
    ICurrentAccount client,
    TimeProvider time)
    : IRequestHandler<LoginCommand, SignedIn>
{
    internal const string Mismatch =
        "The combination of password and username you provided is invalid. If you have forgotten your password, "
        + "visit /forgotten-password or get in touch with your instance administrator.";

    public async Task<SignedIn> Handle(LoginCommand request, CancellationToken cancellationToken)
    {
        var found = await users.FindForSignInAsync(request.Username, cancellationToken);

        // Threat: an answer that differs, in words or in duration, for an unknown user tells which users exist. So a
        // password is hashed, one event is written, and one message is given in either case.
        if (passwords.Verify(found?.PasswordHash, request.Password) == PasswordCheck.Wrong)
        {
            await sessions.RecordFailureAsync(found?.User.Id, Failure(found?.User), cancellationToken);
            throw new PasswordMismatchException(Mismatch);
        }

        return await starter.StartAsync(found!.User, cancellationToken);
    }

    private AuditEvent Failure(User? user)
    {
        var now = Instant.UtcNow(time);
        var data = new SignInEventData(client.Address, client.UserAgent);
        return user is null
            ? AuditEvent.BySystem(EventType.UserSignInFailed, now, data)
            : AuditEvent.By(user, EventType.UserSignInFailed, now, data);
    }
}

using MediatR;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Sessions.Throttling;

namespace Unleash.Pat.Application.Users.ChangeOwnPassword;

internal sealed class ChangeOwnPasswordCommandHandler(
    IUserRepository users,
    IPasswordHashing passwords,
    PasswordSetter setter,
    SignInThrottle throttle,
    ICurrentAccount current)
    : IRequestHandler<ChangeOwnPasswordCommand>
{
    private const string Mismatch =
        "The old password you provided is invalid. If you have forgotten your password, get in touch "
        + "with your instance administrator.";

    public async Task<Unit> Handle(ChangeOwnPasswordCommand request, CancellationToken cancellationToken)
    {
        var own = await users.FindCredentialsAsync(current.RequiredUserId, cancellationToken)
            ?? throw new AuthenticationRequiredException();
        if (own.PasswordHash is null)
        {
            throw new OperationDeniedException("Your account does not use a password.");
        }

        setter.RequireGood(own.User, request.Password);

        // Threat: whoever has got hold of a session or a token could guess the password here, unhindered by what slows
        // sign-ins down.
        using var attempt = await throttle.EnterAsync(
            SignInSource.OfAccount(own.User, current.Address), static () => Task.FromResult(false), cancellationToken);
        if (await passwords.VerifyAsync(own.PasswordHash, request.OldPassword, cancellationToken) == PasswordCheck.Wrong
            || !await setter.SetAsync(own.User, request.Password, own.PasswordHash, cancellationToken))
        {
            attempt.Failed();
            throw new PasswordMismatchException(Mismatch);
        }

        attempt.Succeeded();
        return Unit.Value;
    }
}

using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Throttling;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Changes the caller's own password and ends the caller's other sessions.</summary>
[RequiresAccount]
public sealed record ChangeOwnPasswordCommand(Password OldPassword, Password Password, Password ConfirmPassword) : IRequest;

internal sealed class ChangeOwnPasswordCommandValidator : AbstractValidator<ChangeOwnPasswordCommand>
{
    public ChangeOwnPasswordCommandValidator() =>
        RuleFor(command => command)
            .Must(command => command.Password.Reveal() == command.ConfirmPassword.Reveal())
            .WithError(Errors.PasswordsDiffer);
}

internal sealed class ChangeOwnPasswordCommandHandler(
    IUserRepository users,
    IPasswordHasher passwords,
    PasswordRules rules,
    PasswordSetter setter,
    SignInThrottle throttle,
    ICurrentUser current,
    IClientInfo client)
    : IRequestHandler<ChangeOwnPasswordCommand>
{
    public async Task<Unit> Handle(ChangeOwnPasswordCommand request, CancellationToken cancellationToken)
    {
        var own = await users.FindCredentialsAsync(current.RequiredUserId, cancellationToken)
            ?? throw new RefusedException(Errors.NotAuthenticated);
        if (own.PasswordHash is null)
        {
            throw new RefusedException(Errors.NoPassword);
        }

        rules.Require(request.Password, own.User.Username, own.User.Email);

        // Threat: the holder of a stolen session or token could guess the password here, without the delay of failed
        // sign-ins.
        using var attempt = await throttle.EnterAsync(
            SignInSource.OfAccount(own.User, client.Address), static () => Task.FromResult(false), cancellationToken);
        if (await passwords.VerifyAsync(own.PasswordHash, request.OldPassword, cancellationToken) == PasswordVerificationResult.Failed
            || !await setter.SetAsync(own.User, request.Password, own.PasswordHash, cancellationToken))
        {
            attempt.Failed();
            throw new RefusedException(Errors.WrongOldPassword);
        }

        attempt.Succeeded();
        return Unit.Value;
    }
}

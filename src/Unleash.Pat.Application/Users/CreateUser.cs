using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Creates a user.</summary>
/// <param name="Username">The name to sign in with, or none.</param>
/// <param name="Email">The e-mail address, or none. One of the two is required.</param>
/// <param name="Name">The name to show, or none.</param>
/// <param name="Password">The password, or none: the user sets one by the invitation's link.</param>
/// <param name="RootRole">The role's id or name.</param>
[RequiresPermission(Permission.Admin)]
public sealed record CreateUserCommand(
    string? Username, string? Email, string? Name, Password? Password, string RootRole) : IRequest<CreatedUser>
{
    /// <summary>Whether a user without a password is invited to set one; not where nobody signs in with a password.</summary>
    public bool Invites { get; init; } = true;
}

/// <summary>A user who was created.</summary>
/// <param name="Invitation">The token of the link with which a user without a password sets one.</param>
public sealed record CreatedUser(User User, PasswordLinkToken? Invitation);

internal sealed class CreateUserCommandValidator : AbstractValidator<CreateUserCommand>
{
    public CreateUserCommandValidator(PasswordRules passwords)
    {
        RuleFor(command => command)
            .Must(command => command.Username.NullIfEmpty() is not null || command.Email.NullIfEmpty() is not null)
            .WithError(Errors.NoUsernameOrEmail);
        RuleFor(command => command.Username).MustBeUsername();
        RuleFor(command => command.Email).MustBeEmail();
        RuleFor(command => command.Name).MustBeName();
        RuleFor<string?>(command => command.RootRole).MustBeRole();
        RuleFor(command => command)
            .MustPass(command => passwords.Faults(command.Password, command.Username, command.Email));
    }
}

internal sealed class CreateUserCommandHandler(
    IUserRepository users,
    IPasswordHasher passwords,
    ICurrentUser current,
    TimeProvider time)
    : IRequestHandler<CreateUserCommand, CreatedUser>
{
    public async Task<CreatedUser> Handle(CreateUserCommand request, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var invitation = request.Password is null && request.Invites ? PasswordLinkToken.Generate() : null;
        var user = new NewUser(
            AccountType.User,
            request.Username.AsUsername(),
            request.Email.AsEmail(),
            request.Name.AsName(),
            RootRole.Find(request.RootRole)!,
            request.Password is { } password ? await passwords.HashAsync(password, cancellationToken) : null,
            now)
        {
            Invitation = invitation is null ? null : NewPasswordLink.Of(invitation, current.Required.AuditName, now),
        };
        var result = await users.CreateAsync(
            user, AuditStamp.By(current.Required, EventType.UserCreated, now), cancellationToken);
        return new CreatedUser(
            result.Require(_ => Errors.UserExists(user.Username is null ? "email" : "username")), invitation);
    }
}

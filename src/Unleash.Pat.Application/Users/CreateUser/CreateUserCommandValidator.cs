using FluentValidation;
using Unleash.Pat.Application.Users.Passwords;

namespace Unleash.Pat.Application.Users.CreateUser;

internal sealed class CreateUserCommandValidator : AbstractValidator<CreateUserCommand>
{
    public CreateUserCommandValidator(PasswordRules passwords)
    {
        RuleFor(command => command)
            .Must(command => command.Username.NullIfEmpty() is not null || command.Email.NullIfEmpty() is not null)
            .WithMessage("You must specify username or email");
        RuleFor(command => command.Username).MustBeUsername();
        RuleFor(command => command.Email).MustBeEmail();
        RuleFor(command => command.Name).MustBeName();
        RuleFor<string?>(command => command.RootRole).MustBeRole();
        RuleFor(command => command).Custom((command, context) =>
        {
            foreach (var fault in passwords.Faults(command.Password, command.Username, command.Email))
            {
                context.AddFailure(fault);
            }
        });
    }
}

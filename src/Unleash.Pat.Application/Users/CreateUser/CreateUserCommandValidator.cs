using FluentValidation;

namespace Unleash.Pat.Application.Users.CreateUser;

internal sealed class CreateUserCommandValidator : AbstractValidator<CreateUserCommand>
{
    public CreateUserCommandValidator()
    {
        RuleFor(command => command)
            .Must(command => command.Username.NullIfEmpty() is not null || command.Email.NullIfEmpty() is not null)
            .WithMessage("You must specify username or email");
        RuleFor(command => command.Username).MustBeUsername();
        RuleFor(command => command.Email).MustBeEmail();
        RuleFor(command => command.Name).MustBeName();
        RuleFor<string?>(command => command.RootRole).MustBeRole();
    }
}

using FluentValidation;

namespace Unleash.Pat.Application.Users.UpdateUser;

internal sealed class UpdateUserCommandValidator : AbstractValidator<UpdateUserCommand>
{
    public UpdateUserCommandValidator()
    {
        RuleFor(command => command.Email).MustBeEmail();
        RuleFor(command => command.Name).MustBeName();
        RuleFor(command => command.RootRole).MustBeRole();
    }
}

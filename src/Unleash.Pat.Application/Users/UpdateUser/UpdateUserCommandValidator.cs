using FluentValidation;

namespace Unleash.Pat.Application.Users.UpdateUser;

internal sealed class UpdateUserCommandValidator : AbstractValidator<UpdateUserCommand>
{
    public UpdateUserCommandValidator(IUserRepository users)
    {
        this.WhenChanged(
            users,
            command => (command.Id, command.Email),
            user => user.Email,
            () => RuleFor(command => command.Email).MustBeEmail());
        this.WhenChanged(
            users,
            command => (command.Id, command.Name),
            user => user.Name,
            () => RuleFor(command => command.Name).MustBeName());
        RuleFor(command => command.RootRole).MustBeRole();
    }
}

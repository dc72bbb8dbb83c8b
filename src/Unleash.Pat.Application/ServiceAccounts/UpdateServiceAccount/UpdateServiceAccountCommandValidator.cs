using FluentValidation;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Application.ServiceAccounts.UpdateServiceAccount;

internal sealed class UpdateServiceAccountCommandValidator : AbstractValidator<UpdateServiceAccountCommand>
{
    public UpdateServiceAccountCommandValidator(IUserRepository users)
    {
        this.WhenChanged(
            users,
            command => (command.Id, command.Name),
            account => account.Name,
            () => RuleFor(command => command.Name).MustBeName());
        RuleFor(command => command.RootRole).MustBeRole();
    }
}

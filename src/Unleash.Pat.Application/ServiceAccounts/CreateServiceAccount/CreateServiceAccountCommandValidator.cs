using FluentValidation;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Application.ServiceAccounts.CreateServiceAccount;

internal sealed class CreateServiceAccountCommandValidator : AbstractValidator<CreateServiceAccountCommand>
{
    public CreateServiceAccountCommandValidator()
    {
        RuleFor(command => command.Name)
            .Must(name => name.Length > 0)
            .WithMessage("The name cannot be empty.");
        RuleFor(command => command.Username)
            .Must(username => username.Length > 0)
            .WithMessage("The username cannot be empty.");
        RuleFor<string?>(command => command.Name).MustBeName();
        RuleFor<string?>(command => command.Username).MustBeUsername();
        RuleFor<string?>(command => command.RootRole).MustBeRole();
    }
}

using FluentValidation;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions.DemoLogin;

internal sealed class DemoLoginCommandValidator : AbstractValidator<DemoLoginCommand>
{
    public DemoLoginCommandValidator() =>
        RuleFor(command => command.Email)
            .Cascade(CascadeMode.Stop)
            .Must(email => !AccountName.IsTooLong(email))
            .WithMessage($"The email cannot be longer than {AccountName.MaxLength} characters.")
            .Must(AccountName.IsEmailAddress)
            .WithMessage("The email must be an e-mail address.");
}

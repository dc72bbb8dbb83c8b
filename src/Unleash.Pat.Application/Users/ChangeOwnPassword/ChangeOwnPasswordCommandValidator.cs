using FluentValidation;

namespace Unleash.Pat.Application.Users.ChangeOwnPassword;

internal sealed class ChangeOwnPasswordCommandValidator : AbstractValidator<ChangeOwnPasswordCommand>
{
    public ChangeOwnPasswordCommandValidator() =>
        RuleFor(command => command)
            .Must(command => command.Password.Reveal() == command.ConfirmPassword.Reveal())
            .WithMessage("The password and its confirmation must be the same.");
}

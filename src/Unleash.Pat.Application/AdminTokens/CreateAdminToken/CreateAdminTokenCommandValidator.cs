using FluentValidation;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Tokens.Issuing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens.CreateAdminToken;

internal sealed class CreateAdminTokenCommandValidator : AbstractValidator<CreateAdminTokenCommand>
{
    public CreateAdminTokenCommandValidator(IOptions<PatOptions> options, TimeProvider time)
    {
        RuleFor(command => command.Type)
            .Must(type => type.Equals(CreateAdminTokenCommand.AdminType, StringComparison.OrdinalIgnoreCase))
            .WithMessage("This service issues no API tokens but those of type admin; client, backend and frontend "
                + "tokens come from Unleash itself.");
        RuleFor(command => command.Name)
            .Cascade(CascadeMode.Stop)
            .Must(name => name.Length <= AdminToken.NameMaxLength && DisplayName.Prepare(name).Length <= AdminToken.NameMaxLength)
            .WithMessage($"The tokenName cannot be longer than {AdminToken.NameMaxLength} characters.")
            .Must(name => name.Length > 0 && name.Trim().Length == name.Length && DisplayName.HidesNothing(name))
            .WithMessage("The tokenName cannot be empty, begin or end with white space, or hold characters that nobody sees.");
        RuleFor(command => command.ExpiresAt).MustBeWithin(options.Value.Policy, time);
    }
}

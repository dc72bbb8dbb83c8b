using FluentValidation;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Common.Serialization;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens.CreatePat;

internal sealed class CreatePatCommandValidator : AbstractValidator<CreatePatCommand>
{
    internal const string ExpiryNotInFuture = "The expiry date should be in future.";

    public CreatePatCommandValidator(IOptions<PatOptions> options, TimeProvider time)
    {
        var policy = options.Value.Policy;
        RuleFor(command => command.Description)
            .Cascade(CascadeMode.Stop)
            .Must(text => text is not null || !options.Value.RequireDescription)
            .WithMessage("PAT description cannot be empty.")
            .Must(text => text is null || !TokenDescription.IsBlank(text))
            .WithMessage("PAT description cannot be empty.")
            .Must(text => text is null || !TokenDescription.IsTooLong(text))
            .WithMessage($"PAT description cannot be longer than {TokenDescription.MaxLength} characters.")
            .Must(text => text is null || !TokenDescription.HasNul(text))
            .WithMessage("PAT description cannot contain the character U+0000.");
        RuleFor(command => command.ExpiresAt)
            .Cascade(CascadeMode.Stop)
            .Must(expiry => expiry is null || Instant.Truncate(expiry.Value) > Instant.UtcNow(time))
            .WithMessage(ExpiryNotInFuture)
            .Must(expiry => expiry is null || Instant.Truncate(expiry.Value) <= policy.Latest(Instant.UtcNow(time)))
            .WithMessage(_ => "The expiry date should not be later than "
                + $"{InstantJsonConverter.ToText(policy.Latest(Instant.UtcNow(time)))}.");
    }
}

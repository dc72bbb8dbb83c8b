using FluentValidation;
using Microsoft.Extensions.Options;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>The rules of every request for a token (docs/api.md, section 1.1).</summary>
internal abstract class PatRequestValidator<TRequest> : AbstractValidator<TRequest>
    where TRequest : IPatRequest
{
    protected PatRequestValidator(IOptions<PatOptions> options, TimeProvider time)
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
        RuleFor(command => command.ExpiresAt).MustBeWithin(policy, time);
    }
}

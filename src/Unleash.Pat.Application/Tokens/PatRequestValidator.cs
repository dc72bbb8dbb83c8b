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
            .WithError(Errors.DescriptionEmpty)
            .Must(text => text is null || !TokenDescription.IsBlank(text))
            .WithError(Errors.DescriptionEmpty)
            .Must(text => text is null || !TokenDescription.IsTooLong(text))
            .WithError(Errors.DescriptionTooLong)
            .Must(text => text is null || !TokenDescription.HasNul(text))
            .WithError(Errors.DescriptionHasNul);
        RuleFor(command => command.ExpiresAt).MustBeWithin(policy, time);
    }
}

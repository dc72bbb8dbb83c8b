using FluentValidation;

namespace Unleash.Pat.Application.Auditing.GetEvents;

internal sealed class GetEventsQueryValidator : AbstractValidator<GetEventsQuery>
{
    public GetEventsQueryValidator()
    {
        RuleFor(query => query.Filter.Limit)
            .InclusiveBetween(1, EventFilter.MaxLimit)
            .WithMessage($"The limit must be between 1 and {EventFilter.MaxLimit}.");
        RuleFor(query => query.Filter.Offset)
            .GreaterThanOrEqualTo(0)
            .WithMessage("The offset must not be negative.");
    }
}

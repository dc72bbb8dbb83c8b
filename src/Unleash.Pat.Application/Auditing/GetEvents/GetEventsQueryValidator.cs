using FluentValidation;
using Unleash.Pat.Application.Common;

namespace Unleash.Pat.Application.Auditing.GetEvents;

internal sealed class GetEventsQueryValidator : AbstractValidator<GetEventsQuery>
{
    public GetEventsQueryValidator()
    {
        RuleFor(query => query.Filter.Limit).MustBeLimit(EventFilter.MaxLimit);
        RuleFor(query => query.Filter.Offset).MustBeOffset();
        RuleFor(query => query.Filter.Offset)
            .Equal(0)
            .When(query => query.Filter.Before is not null)
            .WithMessage("An offset and a cursor cannot be combined.");
    }
}

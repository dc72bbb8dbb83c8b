using FluentValidation;
using Unleash.Pat.Application.Common;

namespace Unleash.Pat.Application.Auditing.GetEvents;

internal sealed class GetEventsQueryValidator : AbstractValidator<GetEventsQuery>
{
    public GetEventsQueryValidator()
    {
        RuleFor(query => query.Filter.Limit).MustBeLimit(EventFilter.MaxLimit);
        RuleFor(query => query.Filter.Offset).MustBeOffset();
    }
}

using FluentValidation;
using Unleash.Pat.Application.Common;

namespace Unleash.Pat.Application.Users.GetUsers;

internal sealed class GetUsersQueryValidator : AbstractValidator<GetUsersQuery>
{
    public GetUsersQueryValidator()
    {
        RuleFor(query => query.Limit).MustBeLimit(UserPage.MaxLimit);
        RuleFor(query => query.Offset).MustBeOffset();
    }
}

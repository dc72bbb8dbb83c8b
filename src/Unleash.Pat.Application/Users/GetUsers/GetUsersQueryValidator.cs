using FluentValidation;

namespace Unleash.Pat.Application.Users.GetUsers;

internal sealed class GetUsersQueryValidator : AbstractValidator<GetUsersQuery>
{
    public GetUsersQueryValidator()
    {
        RuleFor(query => query.Limit)
            .InclusiveBetween(1, UserPage.MaxLimit)
            .WithMessage($"The limit must be between 1 and {UserPage.MaxLimit}.");
        RuleFor(query => query.Offset)
            .GreaterThanOrEqualTo(0)
            .WithMessage("The offset must not be negative.");
    }
}

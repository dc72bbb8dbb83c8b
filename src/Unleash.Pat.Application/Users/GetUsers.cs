using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Asks for a page of people's accounts.</summary>
/// <param name="Limit">The most accounts, 1 to <see cref="UserPage.MaxLimit"/>.</param>
/// <param name="Offset">How many to pass over.</param>
[RequiresPermission(Permission.Admin)]
public sealed record GetUsersQuery(int Limit, int Offset) : IRequest<UserPage>;

internal sealed class GetUsersQueryValidator : AbstractValidator<GetUsersQuery>
{
    public GetUsersQueryValidator()
    {
        RuleFor(query => query.Limit).MustBeLimit(UserPage.MaxLimit);
        RuleFor(query => query.Offset).MustBeOffset();
    }
}

internal sealed class GetUsersQueryHandler(IUserDirectory directory) : IRequestHandler<GetUsersQuery, UserPage>
{
    public Task<UserPage> Handle(GetUsersQuery request, CancellationToken cancellationToken) =>
        directory.GetPageAsync(AccountType.User, request.Limit, request.Offset, cancellationToken);
}

using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Text;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Searches users by a part of their username, name or e-mail address.</summary>
/// <param name="Text">The part; fewer than two characters find no user, as in Unleash.</param>
[RequiresPermission(Permission.Admin)]
public sealed record SearchUsersQuery(string? Text) : IRequest<IReadOnlyList<User>>;

internal sealed class SearchUsersQueryHandler(IUserRepository users)
    : IRequestHandler<SearchUsersQuery, IReadOnlyList<User>>
{
    private const int MostResults = 100;

    public async Task<IReadOnlyList<User>> Handle(SearchUsersQuery request, CancellationToken cancellationToken) =>
        request.Text is { } text && !text.IsLongerThan(AccountName.MaxLength)
            ? await users.SearchAsync(text, MostResults, cancellationToken)
            : [];
}

using MediatR;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.SearchUsers;

internal sealed class SearchUsersQueryHandler(IUserDirectory directory)
    : IRequestHandler<SearchUsersQuery, IReadOnlyList<User>>
{
    private const int MostResults = 100;

    public async Task<IReadOnlyList<User>> Handle(SearchUsersQuery request, CancellationToken cancellationToken) =>
        request.Text is { Length: <= AccountName.MaxLength } text
            ? await directory.SearchAsync(text, MostResults, cancellationToken)
            : [];
}

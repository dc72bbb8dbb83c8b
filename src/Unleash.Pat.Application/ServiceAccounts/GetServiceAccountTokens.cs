using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Lists the tokens of a service account.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetServiceAccountTokensQuery(long AccountId) : IRequest<IReadOnlyList<PersonalAccessToken>>;

internal sealed class GetServiceAccountTokensQueryHandler(IUserRepository users, IPatRepository pats)
    : IRequestHandler<GetServiceAccountTokensQuery, IReadOnlyList<PersonalAccessToken>>
{
    public async Task<IReadOnlyList<PersonalAccessToken>> Handle(
        GetServiceAccountTokensQuery request, CancellationToken cancellationToken)
    {
        await users.RequireServiceAccountAsync(request.AccountId, cancellationToken);
        return await pats.GetAllAsync(request.AccountId, cancellationToken);
    }
}

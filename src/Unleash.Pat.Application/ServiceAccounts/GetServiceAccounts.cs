using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Lists all service accounts with their tokens.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetServiceAccountsQuery : IRequest<IReadOnlyList<ServiceAccount>>;

/// <summary>A service account with its tokens.</summary>
public sealed record ServiceAccount(User Account, IReadOnlyList<PersonalAccessToken> Tokens);

internal sealed class GetServiceAccountsQueryHandler(IUserRepository users, IPatRepository pats)
    : IRequestHandler<GetServiceAccountsQuery, IReadOnlyList<ServiceAccount>>
{
    public async Task<IReadOnlyList<ServiceAccount>> Handle(
        GetServiceAccountsQuery request, CancellationToken cancellationToken)
    {
        var accounts = await users.GetAllOfTypeAsync(AccountType.ServiceAccount, cancellationToken);
        var held = await pats.GetAllOfTypeAsync(AccountType.ServiceAccount, cancellationToken);
        var tokens = held.ToLookup(pat => pat.UserId);
        return [.. accounts.Select(account => new ServiceAccount(account, [.. tokens[account.Id]]))];
    }
}

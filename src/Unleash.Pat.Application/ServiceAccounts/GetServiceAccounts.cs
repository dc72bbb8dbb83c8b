using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Asks for all service accounts, with their tokens.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetServiceAccountsQuery : IRequest<IReadOnlyList<ServiceAccountDto>>;

internal sealed class GetServiceAccountsQueryHandler(
    IUserDirectory directory, IPatRepository pats, IOptions<PatOptions> options, TimeProvider time)
    : IRequestHandler<GetServiceAccountsQuery, IReadOnlyList<ServiceAccountDto>>
{
    public async Task<IReadOnlyList<ServiceAccountDto>> Handle(
        GetServiceAccountsQuery request, CancellationToken cancellationToken)
    {
        var accounts = await directory.GetPageAsync(
            AccountType.ServiceAccount, limit: int.MaxValue, offset: 0, cancellationToken);
        var held = await pats.GetAllOfKindAsync(AccountType.ServiceAccount, cancellationToken);
        var now = UtcMilliseconds.UtcNow(time);
        var tokens = held.ToLookup(pat => pat.UserId, pat => PatDto.From(pat, now, options.Value));
        return [.. accounts.Users.Select(account => new ServiceAccountDto(account, [.. tokens[account.Id]]))];
    }
}

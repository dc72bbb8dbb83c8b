using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Asks for a service account's tokens.</summary>
/// <param name="AccountId">The account.</param>
[RequiresPermission(Permission.Admin)]
public sealed record GetServiceAccountTokensQuery(long AccountId) : IRequest<IReadOnlyList<PatDto>>;

internal sealed class GetServiceAccountTokensQueryHandler(
    IUserRepository users, IPatRepository pats, IOptions<PatOptions> options, TimeProvider time)
    : IRequestHandler<GetServiceAccountTokensQuery, IReadOnlyList<PatDto>>
{
    public async Task<IReadOnlyList<PatDto>> Handle(
        GetServiceAccountTokensQuery request, CancellationToken cancellationToken)
    {
        await users.RequireServiceAccountAsync(request.AccountId, cancellationToken);
        var held = await pats.GetAllAsync(request.AccountId, cancellationToken);
        return PatDto.From(held, UtcMilliseconds.UtcNow(time), options.Value);
    }
}

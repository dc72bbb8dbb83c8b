using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.ServiceAccounts.GetServiceAccountTokens;

internal sealed class GetServiceAccountTokensQueryHandler(
    IUserRepository users, IPatRepository pats, IOptions<PatOptions> options, TimeProvider time)
    : IRequestHandler<GetServiceAccountTokensQuery, IReadOnlyList<PatDto>>
{
    public async Task<IReadOnlyList<PatDto>> Handle(
        GetServiceAccountTokensQuery request, CancellationToken cancellationToken)
    {
        await users.RequireServiceAccountAsync(request.AccountId, cancellationToken);
        var held = await pats.GetAllAsync(request.AccountId, cancellationToken);
        return PatDto.From(held, Instant.UtcNow(time), options.Value);
    }
}

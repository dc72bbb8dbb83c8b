using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Asks for one of the caller's tokens (docs/api.md, section 1.3).</summary>
/// <param name="Id">The token.</param>
[RequiresPermission(Permission.ReadPat)]
[RequiresAccount]
public sealed record GetPatQuery(long Id) : IRequest<PatDto>;

internal sealed class GetPatQueryHandler(
    IPatRepository pats,
    ICurrentUser current,
    IOptions<PatOptions> options,
    TimeProvider time)
    : IRequestHandler<GetPatQuery, PatDto>
{
    public async Task<PatDto> Handle(GetPatQuery request, CancellationToken cancellationToken)
    {
        var pat = await pats.FindAsync(current.RequiredUserId, request.Id, cancellationToken)
            ?? throw new RefusedException(Errors.PatNotFound(request.Id));
        return PatDto.From(pat, UtcMilliseconds.UtcNow(time), options.Value);
    }
}

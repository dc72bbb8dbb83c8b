using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Asks for the caller's tokens (docs/api.md, section 1.2).</summary>
[RequiresPermission(Permission.ReadPat)]
[RequiresAccount]
public sealed record GetPatsQuery : IRequest<IReadOnlyList<PatDto>>;

internal sealed class GetPatsQueryHandler(
    IPatRepository pats,
    ICurrentUser current,
    IOptions<PatOptions> options,
    TimeProvider time)
    : IRequestHandler<GetPatsQuery, IReadOnlyList<PatDto>>
{
    public async Task<IReadOnlyList<PatDto>> Handle(GetPatsQuery request, CancellationToken cancellationToken)
    {
        var held = await pats.GetAllAsync(current.RequiredUserId, cancellationToken);
        return PatDto.From(held, UtcMilliseconds.UtcNow(time), options.Value);
    }
}

using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Tokens.GetPats;

internal sealed class GetPatsQueryHandler(
    IPatRepository pats,
    ICurrentAccount current,
    IOptions<PatOptions> options,
    TimeProvider time)
    : IRequestHandler<GetPatsQuery, IReadOnlyList<PatDto>>
{
    public async Task<IReadOnlyList<PatDto>> Handle(GetPatsQuery request, CancellationToken cancellationToken)
    {
        var held = await pats.GetAllAsync(current.RequiredUserId, cancellationToken);
        return PatDto.From(held, Instant.UtcNow(time), options.Value);
    }
}

using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain;

namespace Unleash.Pat.Application.Tokens.GetPat;

internal sealed class GetPatQueryHandler(
    IPatRepository pats,
    ICurrentAccount current,
    IOptions<PatOptions> options,
    TimeProvider time)
    : IRequestHandler<GetPatQuery, PatDto>
{
    public async Task<PatDto> Handle(GetPatQuery request, CancellationToken cancellationToken)
    {
        var pat = await pats.FindAsync(current.RequiredUserId, request.Id, cancellationToken)
            ?? throw new NotFoundException($"Could not find the PAT with ID \"{request.Id}\".");
        return PatDto.From(pat, Instant.UtcNow(time), options.Value);
    }
}

using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Gets one of the caller's tokens (docs/api.md, section 1.3).</summary>
[RequiresPermission(Permission.ReadPat)]
[RequiresAccount]
public sealed record GetPatQuery(long Id) : IRequest<PersonalAccessToken>;

internal sealed class GetPatQueryHandler(IPatRepository pats, ICurrentUser current)
    : IRequestHandler<GetPatQuery, PersonalAccessToken>
{
    public async Task<PersonalAccessToken> Handle(GetPatQuery request, CancellationToken cancellationToken) =>
        await pats.FindAsync(current.RequiredUserId, request.Id, cancellationToken)
        ?? throw new RefusedException(Errors.PatNotFound(request.Id));
}

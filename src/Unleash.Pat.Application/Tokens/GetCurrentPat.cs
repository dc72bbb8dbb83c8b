using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Gets the personal access token that authenticates the request (docs/api.md, section 1.7).</summary>
[RequiresPermission(Permission.ReadPat)]
public sealed record GetCurrentPatQuery : IRequest<PersonalAccessToken>;

internal sealed class GetCurrentPatQueryHandler(IPatRepository pats, ICurrentUser current)
    : IRequestHandler<GetCurrentPatQuery, PersonalAccessToken>
{
    public async Task<PersonalAccessToken> Handle(GetCurrentPatQuery request, CancellationToken cancellationToken)
    {
        var (account, id) = current.RequiredPat;
        return await pats.FindAsync(account, id, cancellationToken) ?? throw new RefusedException(Errors.NotAuthenticated);
    }
}

using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Lists the caller's tokens (docs/api.md, section 1.2).</summary>
[RequiresPermission(Permission.ReadPat)]
[RequiresAccount]
public sealed record GetPatsQuery : IRequest<IReadOnlyList<PersonalAccessToken>>;

internal sealed class GetPatsQueryHandler(IPatRepository pats, ICurrentUser current)
    : IRequestHandler<GetPatsQuery, IReadOnlyList<PersonalAccessToken>>
{
    public Task<IReadOnlyList<PersonalAccessToken>> Handle(GetPatsQuery request, CancellationToken cancellationToken) =>
        pats.GetAllAsync(current.RequiredUserId, cancellationToken);
}

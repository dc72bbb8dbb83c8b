using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Policy;

/// <summary>Counts the tokens that a policy would refuse, and changes nothing (docs/api.md, section 10).</summary>
[RequiresPermission(Permission.Admin)]
public sealed record CheckPolicyQuery(TokenPolicy Policy) : IRequest<RefusedTokens>
{
    /// <summary>The most accounts that are named.</summary>
    public const int MaxAccounts = 100;
}

internal sealed class CheckPolicyQueryHandler(ITokenPolicyRepository tokens, TimeProvider time)
    : IRequestHandler<CheckPolicyQuery, RefusedTokens>
{
    public Task<RefusedTokens> Handle(CheckPolicyQuery request, CancellationToken cancellationToken) =>
        tokens.FindRefusedAsync(request.Policy, UtcMilliseconds.UtcNow(time), CheckPolicyQuery.MaxAccounts, cancellationToken);
}

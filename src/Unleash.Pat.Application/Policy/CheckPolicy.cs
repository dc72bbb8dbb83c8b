using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Policy;

/// <summary>Counts the tokens that a policy would refuse, and changes nothing (docs/api.md, section 10).</summary>
/// <param name="Change">Makes the policy of the one in force.</param>
[RequiresPermission(Permission.Admin)]
public sealed record CheckPolicyQuery(Func<TokenPolicy, TokenPolicy> Change) : IRequest<RefusedTokens>
{
    /// <summary>The most accounts that are named.</summary>
    public const int MaxAccounts = 100;
}

internal sealed class CheckPolicyQueryHandler(ITokenPolicyRepository tokens, IOptions<PatOptions> options, TimeProvider time)
    : IRequestHandler<CheckPolicyQuery, RefusedTokens>
{
    public Task<RefusedTokens> Handle(CheckPolicyQuery request, CancellationToken cancellationToken) =>
        tokens.FindRefusedAsync(
            request.Change(TokenPolicy.Of(options.Value)), UtcMilliseconds.UtcNow(time), CheckPolicyQuery.MaxAccounts, cancellationToken);
}

using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Application.Policy;

/// <summary>Gets the policy in force (docs/api.md, section 10).</summary>
[NoPermissionRequired("Everybody who creates tokens needs to know the rules.")]
public sealed record GetPolicyQuery : IRequest<TokenPolicy>;

internal sealed class GetPolicyQueryHandler(IOptions<PatOptions> options) : IRequestHandler<GetPolicyQuery, TokenPolicy>
{
    public Task<TokenPolicy> Handle(GetPolicyQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(TokenPolicy.Of(options.Value));
}

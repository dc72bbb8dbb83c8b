using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application.Policy;

namespace Unleash.Pat.Api.Policy;

/// <summary>The rules for tokens (docs/api.md, section 10).</summary>
[ApiController]
[Route("api/admin/policy")]
[Tags(ApiTags.Policy)]
public sealed class PolicyController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get the rules for tokens.</summary>
    /// <remarks>Returns the policy in force, as it is configured.</remarks>
    /// <returns>The policy.</returns>
    [HttpGet]
    [Sends<GetPolicyQuery>]
    public async Task<TokenPolicySchema> GetPolicy(CancellationToken cancellationToken) =>
        mapper.Map<TokenPolicySchema>(await mediator.Send(new GetPolicyQuery(), cancellationToken));

    /// <summary>Count the tokens that a policy would refuse.</summary>
    /// <remarks>
    /// Returns how many tokens of which accounts break a policy, and changes nothing. A token breaks it that lives longer than
    /// `maxLifetime` since it was issued, has the service's name where a description is required, has a scope that is not
    /// named, or was not used for longer than `revokeUnusedAfter`.
    /// </remarks>
    /// <param name="body">The policy. What is absent is as in force; `null` is unset.</param>
    /// <returns>The tokens that it would refuse.</returns>
    [HttpPost("check")]
    [Sends<CheckPolicyQuery>]
    public async Task<PolicyCheckSchema> CheckPolicy(CheckPolicyRequest body, CancellationToken cancellationToken)
    {
        var refused = await mediator.Send(new CheckPolicyQuery(new PolicyReader(body).Read()), cancellationToken);
        return new PolicyCheckSchema(refused.Total, mapper.Map<IReadOnlyList<RefusedAccountSchema>>(refused.Accounts), refused.AccountsTotal);
    }
}

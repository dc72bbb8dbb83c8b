using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Decides the policy that endpoints have, which wants an authenticated caller and no more, without its handlers.</summary>
/// <remarks>To ask the handlers would be 3 % of what a list of tokens costs. Everything else they decide, a refusal among it.</remarks>
internal sealed class CallerPolicyEvaluator(IAuthorizationService authorization) : PolicyEvaluator(authorization)
{
    private static readonly Task<PolicyAuthorizationResult> Success = Task.FromResult(PolicyAuthorizationResult.Success());

    public override Task<PolicyAuthorizationResult> AuthorizeAsync(
        AuthorizationPolicy policy, AuthenticateResult authenticationResult, HttpContext context, object? resource)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(context);
        return policy.Requirements is [DenyAnonymousAuthorizationRequirement] && context.User.Identity is { IsAuthenticated: true }
            ? Success
            : base.AuthorizeAsync(policy, authenticationResult, context, resource);
    }
}

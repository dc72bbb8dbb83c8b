using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Unleash.Pat.AspNetCore.Handling;

namespace Unleash.Pat.AspNetCore.Authorization;

/// <summary>Checks a <see cref="PatScopeRequirement"/>.</summary>
/// <remarks>
/// Threat: another scheme whose tokens have scopes of the same name, with another meaning. Only identities of this
/// package's schemes count.
/// </remarks>
internal sealed class PatScopeHandler(IOptions<PatSchemes> schemes) : AuthorizationHandler<PatScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PatScopeRequirement requirement)
    {
        foreach (var identity in context.User.Identities)
        {
            if (IsOfToken(identity) && Has(identity, requirement.Scopes))
            {
                context.Succeed(requirement);
                return Task.CompletedTask;
            }
        }

        if (context.Resource is HttpContext http)
        {
            http.Features.Set(new MissingScopes(string.Join(' ', requirement.Scopes)));
        }

        return Task.CompletedTask;
    }

    private static bool Has(ClaimsIdentity identity, IReadOnlyList<string> scopes) =>
        identity.HasClaim(UnleashPatClaimTypes.Unrestricted, "true")
        || scopes.All(scope => identity.HasClaim(UnleashPatClaimTypes.Scope, scope));

    private bool IsOfToken(ClaimsIdentity identity) =>
        identity is { IsAuthenticated: true, AuthenticationType: { } type } && schemes.Value.Names.Contains(type);
}

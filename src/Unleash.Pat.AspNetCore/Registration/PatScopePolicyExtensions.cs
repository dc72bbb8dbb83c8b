using Microsoft.AspNetCore.Authorization;
using Unleash.Pat.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Requires scopes of personal access tokens in a policy.</summary>
public static class PatScopePolicyExtensions
{
    /// <summary>Requires that the token has all of these scopes, or is unrestricted.</summary>
    /// <param name="builder">The policy.</param>
    /// <param name="scopes">At least one.</param>
    /// <returns>The policy.</returns>
    public static AuthorizationPolicyBuilder RequirePatScope(this AuthorizationPolicyBuilder builder, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddRequirements(new PatScopeRequirement(scopes));
    }
}

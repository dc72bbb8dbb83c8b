using Microsoft.AspNetCore.Builder;
using Unleash.Pat.AspNetCore.Authorization;

namespace Microsoft.AspNetCore.Authorization;

/// <summary>Requires scopes of personal access tokens.</summary>
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

    /// <summary>Requires that the token has all of these scopes, or is unrestricted.</summary>
    /// <param name="builder">The endpoint, or a group of them.</param>
    /// <param name="scopes">At least one.</param>
    /// <typeparam name="TBuilder">The kind of endpoint.</typeparam>
    /// <returns>The endpoint.</returns>
    public static TBuilder RequirePatScope<TBuilder>(this TBuilder builder, params string[] scopes)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(new RequirePatScopeAttribute(scopes));
}

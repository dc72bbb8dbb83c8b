using Unleash.Pat.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Requires scopes of personal access tokens for endpoints.</summary>
public static class PatScopeEndpointExtensions
{
    /// <summary>Requires that the token has all of these scopes, or is unrestricted.</summary>
    /// <param name="builder">The endpoint, or a group of them.</param>
    /// <param name="scopes">At least one.</param>
    /// <typeparam name="TBuilder">The kind of endpoint.</typeparam>
    /// <returns>The endpoint.</returns>
    public static TBuilder RequirePatScope<TBuilder>(this TBuilder builder, params string[] scopes)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(new RequirePatScopeAttribute(scopes));
}

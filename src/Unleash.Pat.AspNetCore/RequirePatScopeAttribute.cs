using Microsoft.AspNetCore.Authorization;

namespace Unleash.Pat.AspNetCore;

/// <summary>Requires that a personal access token has all of these scopes, or is unrestricted.</summary>
/// <param name="scopes">At least one.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirePatScopeAttribute(params string[] scopes) : AuthorizeAttribute, IAuthorizationRequirementData
{
    private readonly PatScopeRequirement _requirement = new(scopes);

    /// <summary>The scopes, all of which are required.</summary>
    public IReadOnlyList<string> Scopes => _requirement.Scopes;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [_requirement];
}

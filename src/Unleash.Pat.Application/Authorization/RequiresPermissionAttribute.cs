namespace Unleash.Pat.Application.Authorization;

/// <summary>States the permission without which a request is refused (docs/api.md, section 5).</summary>
/// <param name="permission">A name of <see cref="Domain.Users.Permission"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class RequiresPermissionAttribute(string permission) : Attribute
{
    /// <summary>The permission's name.</summary>
    public string Permission { get; } = permission;
}

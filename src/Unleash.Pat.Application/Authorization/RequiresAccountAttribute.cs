namespace Unleash.Pat.Application.Authorization;

/// <summary>States that a request acts on the caller's own account, which an admin token does not have.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RequiresAccountAttribute : Attribute;

namespace Unleash.Pat.Application.Authorization;

/// <summary>Exempts a request from authorization, and says why that is safe.</summary>
/// <param name="reason">Why every caller may send it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class NoPermissionRequiredAttribute(string reason) : Attribute
{
    /// <summary>Why every caller may send it.</summary>
    public string Reason { get; } = reason;
}

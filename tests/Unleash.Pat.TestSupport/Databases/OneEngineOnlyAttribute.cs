namespace Unleash.Pat.TestSupport.Databases;

/// <summary>Says why a suite runs on one engine only. Without it such a suite fails the build.</summary>
/// <param name="reason">What it shows that the other engine does not have, or that no engine changes.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneEngineOnlyAttribute(string reason) : Attribute
{
    /// <summary>Why.</summary>
    public string Reason { get; } = reason;
}

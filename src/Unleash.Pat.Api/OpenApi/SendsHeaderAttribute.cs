namespace Unleash.Pat.Api.OpenApi;

/// <summary>States a header of an action's successful answer.</summary>
/// <param name="name">The header.</param>
/// <param name="description">What it says.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SendsHeaderAttribute(string name, string description) : Attribute
{
    /// <summary>The header.</summary>
    public string Name { get; } = name;

    /// <summary>What it says.</summary>
    public string Description { get; } = description;
}

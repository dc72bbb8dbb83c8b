namespace Unleash.Pat.Application;

/// <summary>The arguments with which the description of the API shows an error that takes some.</summary>
/// <param name="arguments">One for each parameter.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ErrorExampleAttribute(params object[] arguments) : Attribute
{
    /// <summary>One for each parameter.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}

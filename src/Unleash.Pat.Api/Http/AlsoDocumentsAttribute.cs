namespace Unleash.Pat.Api.Http;

/// <summary>
/// Adds properties of another contract to a contract's schema, as optional ones: those that the service ignores in a request,
/// or that only some answers have.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AlsoDocumentsAttribute(Type source, params string[] properties) : Attribute
{
    public Type Source { get; } = source;

    public IReadOnlyList<string> Properties { get; } = properties;

    /// <summary>Whether only the service sets them. Default: <see langword="false"/>.</summary>
    public bool ReadOnly { get; init; }
}

namespace Unleash.Pat.Api.Http;

/// <summary>
/// Shows properties of another contract in a contract's schema, as optional ones: what a request may hold and the
/// service ignores, or what only some answers of one form hold.
/// </summary>
/// <param name="source">The contract that declares and describes them.</param>
/// <param name="properties">Their names in C#.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AlsoDocumentsAttribute(Type source, params string[] properties) : Attribute
{
    /// <summary>The contract that declares and describes them.</summary>
    public Type Source { get; } = source;

    /// <summary>Their names in C#.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;

    /// <summary>Whether the service sets them and ignores what a request says. Default: <see langword="false"/>.</summary>
    public bool ReadOnly { get; init; }
}

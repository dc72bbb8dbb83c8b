namespace Unleash.Pat.Api.Http;

/// <summary>Describes the items of a list of a body: different texts of a form.</summary>
/// <param name="pattern">The form, as JSON Schema writes it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemPatternAttribute(string pattern) : Attribute
{
    public string Pattern { get; } = pattern;
}

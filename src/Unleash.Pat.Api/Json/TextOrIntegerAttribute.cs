namespace Unleash.Pat.Api.Json;

/// <summary>Marks a text of a request that the wire shows as a text or as an integer.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextOrIntegerAttribute : Attribute;

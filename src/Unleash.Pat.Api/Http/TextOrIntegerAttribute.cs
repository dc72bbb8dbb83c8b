namespace Unleash.Pat.Api.Http;

/// <summary>Marks a text of a request that the wire shows as a text or as an integer.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextOrIntegerAttribute : Attribute;

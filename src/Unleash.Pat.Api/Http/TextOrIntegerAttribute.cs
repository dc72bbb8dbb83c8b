namespace Unleash.Pat.Api.Http;

/// <summary>Marks a property of a body whose JSON is a text or an integer.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextOrIntegerAttribute : Attribute;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>States another media type that an action answers in where the caller asks for it.</summary>
/// <param name="mediaType">The media type, of texts.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AlsoSendsAttribute(string mediaType) : Attribute
{
    /// <summary>The media type.</summary>
    public string MediaType { get; } = mediaType;
}

namespace Unleash.Pat.Api.OpenApi;

/// <summary>XML docs as the description of the API shows them.</summary>
internal static class XmlDocText
{
    /// <summary>Removes the line breaks of source files; empty lines still separate paragraphs.</summary>
    public static string? Unwrap(string? text) =>
        text is null ? null : string.Join("\n\n", text.Split("\n\n").Select(paragraph => paragraph.Replace('\n', ' ')));
}

namespace Unleash.Pat.Api.OpenApi;

/// <summary>Texts of XML docs as the description of the API shows them.</summary>
internal static class XmlDocText
{
    /// <summary>Undoes the line breaks that keep source files narrow; empty lines part paragraphs still.</summary>
    public static string? Unwrap(string? text) =>
        text is null ? null : string.Join("\n\n", text.Split("\n\n").Select(paragraph => paragraph.Replace('\n', ' ')));
}

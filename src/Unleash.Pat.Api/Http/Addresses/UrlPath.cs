namespace Unleash.Pat.Api.Http.Addresses;

/// <summary>Parses base paths.</summary>
/// <remarks>
/// Threat: locations, the session cookie's path and the page's base contain the path. Two slashes lead to another host, a
/// semicolon ends a cookie's attribute, an ampersand begins a character of HTML, and dots lead elsewhere.
/// </remarks>
internal static class UrlPath
{
    private const string Marks = "-._~!$+@=";

    /// <param name="text">The path, percent-encoded or not; a slash at its end is ignored.</param>
    /// <param name="path">The path without a slash at its end; empty for the root.</param>
    public static bool TryRead(string text, out PathString path)
    {
        path = PathString.Empty;
        var trimmed = text.EndsWith('/') ? text[..^1] : text;
        if (trimmed.Length == 0)
        {
            return true;
        }

        if (trimmed[0] != '/')
        {
            return false;
        }

        path = PathString.FromUriComponent(trimmed);
        return path.Value![1..].Split('/').All(IsSegment);
    }

    private static bool IsSegment(string segment) => segment is not ("" or "." or "..") && segment.All(IsPartOfSegment);

    private static bool IsPartOfSegment(char character) => char.IsAscii(character)
        ? char.IsAsciiLetterOrDigit(character) || Marks.Contains(character, StringComparison.Ordinal)
        : !char.IsControl(character) && !char.IsWhiteSpace(character) && character != '\uFFFD';
}

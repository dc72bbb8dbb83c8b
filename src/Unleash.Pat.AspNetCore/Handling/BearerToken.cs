using Microsoft.Extensions.Primitives;

namespace Unleash.Pat.AspNetCore.Handling;

/// <summary>Reads <c>Authorization: Bearer &lt;token&gt;</c> and <c>Authorization: &lt;token&gt;</c>, without allocating.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>Reads the header.</summary>
    /// <param name="header">Its values.</param>
    /// <returns>The text that may be a token; empty where there is none, or more than one header.</returns>
    public static ReadOnlyMemory<char> Read(StringValues header)
    {
        if (header.Count != 1 || header[0] is not { } value)
        {
            return default;
        }

        var text = value.AsMemory().Trim(' ');
        return text.Span.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..].TrimStart(' ') : text;
    }
}

namespace Unleash.Pat.Api.Authentication;

/// <summary>The two forms of the <c>authorization</c> header (docs/api.md, section 3).</summary>
internal static class AuthorizationHeader
{
    private const string Bearer = "Bearer ";

    /// <summary>The credential, without its scheme; <see langword="null"/> where the header is absent or empty.</summary>
    public static ReadOnlyMemory<char>? Read(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (string.IsNullOrWhiteSpace(header))
        {
            return null;
        }

        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header.AsMemory(Bearer.Length).Trim()
            : header.AsMemory().Trim();
    }
}

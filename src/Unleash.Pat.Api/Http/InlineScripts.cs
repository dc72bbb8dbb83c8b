using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Unleash.Pat.Api.Http;

/// <summary>The inline scripts of a page, for its Content-Security-Policy.</summary>
internal static partial class InlineScripts
{
    /// <summary>The hash of each, separated by spaces.</summary>
    public static string Hashes(string html) => string.Join(' ', Script().Matches(html).Select(Hash));

    // Browsers normalize line ends before they hash a script.
    private static string Hash(Match script) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups["text"].Value.Replace("\r\n", "\n", StringComparison.Ordinal))))}'";

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}

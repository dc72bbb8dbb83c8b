using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticAssets;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>The page that every address of the admin UI answers with, and what a browser may do on it.</summary>
/// <remarks>
/// Threat: whoever brings a script into the page acts with the session of whoever looks at it. So the browser takes
/// scripts from this service alone, and of those written into the page only the ones that were built into it.
/// </remarks>
internal sealed partial class StartPage
{
    private const string FileName = "index.html";
    private const string Base = "<base href=\"/\" />";

    private readonly string _html;

    public StartPage(IWebHostEnvironment environment, EndpointDataSource endpoints)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(FileName);
        if (!file.Exists)
        {
            throw new InvalidOperationException($"The admin UI's {FileName} is missing from this build of the service.");
        }

        using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
        _html = Fingerprint(reader.ReadToEnd(), endpoints);
        if (!_html.Contains(Base, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The admin UI's {FileName} has no {Base} to put the base path into.");
        }

        ContentSecurityPolicy = string.Join("; ",
            "default-src 'none'",
            $"script-src 'self' 'wasm-unsafe-eval' {string.Join(' ', InlineScript().Matches(_html).Select(Hash))}",
            // MudBlazor sets its theme and positions by style elements and attributes.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");
    }

    /// <summary>The policy, for the header of that name.</summary>
    public string ContentSecurityPolicy { get; }

    /// <summary>The page for a service under a base path.</summary>
    /// <param name="pathBase">The path in front of every address, or none.</param>
    /// <returns>HTML.</returns>
    public string Html(PathString pathBase) =>
        _html.Replace(Base, $"<base href=\"{pathBase.ToUriComponent()}/\" />", StringComparison.Ordinal);

    // The build does this for scripts only. Files under names that change with what is in them are kept for a year.
    private static string Fingerprint(string html, EndpointDataSource endpoints)
    {
        var files = endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>();
        foreach (var file in files)
        {
            if (file.Properties.FirstOrDefault(property => property.Name == "label") is { } label)
            {
                html = html.Replace($"href=\"{label.Value}\"", $"href=\"{file.Route}\"", StringComparison.Ordinal);
            }
        }

        return html;
    }

    private static string Hash(Match script) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups["text"].Value)))}'";

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript();
}

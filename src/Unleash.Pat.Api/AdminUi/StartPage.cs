using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.StaticAssets;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>The page that every address of the admin UI answers with, and what a browser may do on it.</summary>
/// <remarks>
/// Threat: whoever brings a script into the page acts with the session of whoever looks at it. So the browser takes
/// scripts from this service alone, and of those written into the page only the ones that were built into it.
/// </remarks>
internal sealed class StartPage
{
    public const string FileName = "index.html";

    // The property that holds a file's name without its fingerprint.
    private const string Label = "label";

    // The property that holds its hash, as HTML's attribute of that name has it.
    private const string Integrity = "integrity";
    private const string Base = "<base href=\"/\" />";
    private const string ImportMap = "<script type=\"importmap\"></script>";

    private readonly string _html;

    public StartPage(IWebHostEnvironment environment, EndpointDataSource endpoints)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(FileName);
        if (!file.Exists)
        {
            throw new StartupException($"The admin UI's {FileName} is missing from this build of the service; publish it again.");
        }

        using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
        _html = Complete(reader.ReadToEnd(), [.. FingerprintedFiles(endpoints)]);

        ContentSecurityPolicy = string.Join("; ",
            "default-src 'none'",
            $"script-src 'self' 'wasm-unsafe-eval' {InlineScripts.Hashes(_html)}",
            // MudBlazor sets its theme and positions by style elements and attributes.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");
    }

    private string ContentSecurityPolicy { get; }

    /// <summary>Answers with the page, its base below what is in front of the service's paths.</summary>
    public Task WriteAsync(HttpContext context, int status = StatusCodes.Status200OK)
    {
        var html = _html.Replace(Base, $"<base href=\"{context.Request.PathBase.ToUriComponent()}/\" />", StringComparison.Ordinal);
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return Results.Text(html, $"{MediaTypeNames.Text.Html}; charset=utf-8", statusCode: status).ExecuteAsync(context);
    }

    // The build does this for pages that no service serves, and leaves one that a service publishes as it is
    // (dotnet/runtime#121993). Files under names that change with what is in them are kept for a year.
    private static string Complete(string html, IReadOnlyList<ResourceAsset> files)
    {
        foreach (var mark in new[] { Base, ImportMap })
        {
            if (!html.Contains(mark, StringComparison.Ordinal))
            {
                throw new StartupException($"The admin UI's {FileName} has no {mark}; publish the service again.");
            }
        }

        foreach (var file in files)
        {
            html = html.Replace(
                $"=\"{ValueOf(file, Label)}\"", $"=\"{file.Url}\" integrity=\"{ValueOf(file, Integrity)}\"", StringComparison.Ordinal);
        }

        var modules = files.Where(file => file.Url.EndsWith(".js", StringComparison.Ordinal));
        var map = ImportMapDefinition.FromResourceCollection(new ResourceAssetCollection([.. modules]));
        return html.Replace(ImportMap, $"<script type=\"importmap\">{map}</script>", StringComparison.Ordinal);
    }

    private static IEnumerable<ResourceAsset> FingerprintedFiles(EndpointDataSource endpoints) => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
        .OfType<StaticAssetDescriptor>()
        .Where(file => file.Selectors.Count == 0 && file.Properties.Any(property => property.Name == Label))
        .Select(file => new ResourceAsset(file.Route, [.. file.Properties.Select(property => new ResourceAssetProperty(property.Name, property.Value))]));

    private static string? ValueOf(ResourceAsset file, string name) =>
        file.Properties?.FirstOrDefault(property => property.Name == name)?.Value;
}

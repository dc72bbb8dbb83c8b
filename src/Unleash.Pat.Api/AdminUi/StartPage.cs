using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.StaticAssets;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>The page at every address of the admin UI, with its Content-Security-Policy.</summary>
/// <remarks>
/// Threat: an injected script acts with the session of the user. So the browser runs scripts of this service only, and of
/// inline scripts only those of the build.
/// </remarks>
internal sealed class StartPage
{
    public const string FileName = "index.html";

    // The property with a file's name without its fingerprint.
    private const string Label = "label";

    // The property with the hash, in the form of HTML's attribute.
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

    /// <summary>Answers with the page; its base is the request's base path.</summary>
    public Task WriteAsync(HttpContext context, int status = StatusCodes.Status200OK)
    {
        var html = _html.Replace(Base, $"<base href=\"{context.Request.PathBase.ToUriComponent()}/\" />", StringComparison.Ordinal);
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return Results.Text(html, $"{MediaTypeNames.Text.Html}; charset=utf-8", statusCode: status).ExecuteAsync(context);
    }

    // The build completes pages of a stand-alone app, but not one that a service publishes (dotnet/runtime#121993). Files with a
    // fingerprint in their names are cached for a year.
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

using System.Net.Mime;
using Microsoft.AspNetCore.Components;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>A page of the admin UI as it is sent, with its Content-Security-Policy.</summary>
/// <remarks>
/// Threat: an injected script acts with the session of the user. So the browser runs scripts of this service only, and of
/// inline scripts only those of the build.
/// </remarks>
internal sealed class HtmlPage
{
    /// <summary>The property with a file's name without its fingerprint.</summary>
    public const string Label = "label";

    // The property with the hash, in the form of HTML's attribute.
    private const string Integrity = "integrity";
    private const string Base = "<base href=\"/\" />";
    private const string ImportMap = "<script type=\"importmap\"></script>";

    private readonly string _html;

    /// <param name="name">The file's name.</param>
    /// <param name="html">The file as it was built.</param>
    /// <param name="files">The files with a fingerprint in their names.</param>
    /// <exception cref="StartupException">The file has not the places to fill in.</exception>
    public HtmlPage(string name, string html, IReadOnlyList<ResourceAsset> files)
    {
        _html = Complete(name, html, files);

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
    private static string Complete(string name, string html, IReadOnlyList<ResourceAsset> files)
    {
        foreach (var mark in new[] { Base, ImportMap })
        {
            if (!html.Contains(mark, StringComparison.Ordinal))
            {
                throw new StartupException($"The admin UI's {name} has no {mark}; publish the service again.");
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

    private static string? ValueOf(ResourceAsset file, string name) =>
        file.Properties?.FirstOrDefault(property => property.Name == name)?.Value;
}

using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>Maps the admin UI's files, after checking that the build has all of them.</summary>
/// <remarks>For a missing file the framework answers 200 without content, which browsers then cache for a year.</remarks>
internal static class AdminUiFiles
{
    private static readonly string[] Pages = [HtmlPages.StartFile, HtmlPages.SignInFile];

    /// <exception cref="StartupException">One is missing, or cut short.</exception>
    public static IEndpointConventionBuilder MapAdminUiFiles(this WebApplication app)
    {
        var files = Map(app);
        var assets = ((IEndpointRouteBuilder)app).DataSources
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>();
        foreach (var asset in assets.DistinctBy(asset => asset.AssetPath))
        {
            var file = app.Environment.WebRootFileProvider.GetFileInfo(asset.AssetPath);
            if (!file.Exists || (LengthOf(asset) is { } length && file.Length != length))
            {
                throw new StartupException(
                    $"The admin UI's file {asset.AssetPath} is missing from this build of the service, or cut short; publish it again.");
            }
        }

        return files;
    }

    private static StaticAssetsEndpointConventionBuilder Map(WebApplication app)
    {
        try
        {
            var files = app.MapStaticAssets();
            files.Add(HidePages);
            return files;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.Text.Json.JsonException)
        {
            throw new StartupException(
                $"The admin UI is missing from this build of the service; publish it again. {exception.Message}", exception);
        }
    }

    // A built page has neither its policy nor its base path, and its compressed forms would take precedence over HtmlPages.
    private static void HidePages(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route }
            && Pages.Any(page => route.TrimStart('/').StartsWith(page, StringComparison.OrdinalIgnoreCase)))
        {
            endpoint.Metadata.Add(new SuppressMatchingMetadata());
        }
    }

    /// <summary>The length of a file as it is sent; <see langword="null"/> where the build does not state it.</summary>
    public static long? LengthOf(StaticAssetDescriptor asset) =>
        asset.ResponseHeaders.FirstOrDefault(header => header.Name == "Content-Length") is { Value: { } text }
            && long.TryParse(text, CultureInfo.InvariantCulture, out var length)
                ? length
                : null;
}

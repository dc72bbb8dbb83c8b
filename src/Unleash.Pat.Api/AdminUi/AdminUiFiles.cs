using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>The files of the admin UI, all of which a build of the service has.</summary>
/// <remarks>The framework answers for one that is missing with 200 and nothing, and lets that be kept for a year.</remarks>
internal static class AdminUiFiles
{
    /// <summary>Maps them, after a look at each.</summary>
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
            files.Add(HideStartPage);
            return files;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.Text.Json.JsonException)
        {
            throw new StartupException(
                $"The admin UI is missing from this build of the service; publish it again. {exception.Message}", exception);
        }
    }

    // As it was built it has neither its policy nor its base path, and packed forms of it would come before the one that has.
    private static void HideStartPage(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route }
            && route.TrimStart('/').StartsWith(StartPage.FileName, StringComparison.OrdinalIgnoreCase))
        {
            endpoint.Metadata.Add(new SuppressMatchingMetadata());
        }
    }

    /// <summary>The bytes of a file as it is sent, where the build knows them.</summary>
    public static long? LengthOf(StaticAssetDescriptor asset) =>
        asset.ResponseHeaders.FirstOrDefault(header => header.Name == "Content-Length") is { Value: { } text }
            && long.TryParse(text, CultureInfo.InvariantCulture, out var length)
                ? length
                : null;
}

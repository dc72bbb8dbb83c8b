using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using Unleash.Pat.Application.Common;

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
            return app.MapStaticAssets();
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.Text.Json.JsonException)
        {
            throw new StartupException(
                $"The admin UI is missing from this build of the service; publish it again. {exception.Message}", exception);
        }
    }

    private static long? LengthOf(StaticAssetDescriptor asset) =>
        asset.ResponseHeaders.FirstOrDefault(header => header.Name == "Content-Length") is { Value: { } text }
            && long.TryParse(text, CultureInfo.InvariantCulture, out var length)
                ? length
                : null;
}

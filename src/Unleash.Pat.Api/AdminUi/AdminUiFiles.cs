using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.AdminUi;

/// <summary>
/// Serves the admin UI's files, after checking that the build has all of them. They have routes of their own, because they are
/// most of the addresses: those are mapped beside the start, and no request of a program looks among them.
/// </summary>
/// <remarks>For a missing file the framework answers 200 without content, which browsers then cache for a year.</remarks>
internal sealed class AdminUiFiles(IServiceProvider services, IWebHostEnvironment environment)
{
    private static readonly string[] Pages = [HtmlPages.StartFile, HtmlPages.SignInFile];

    private IApplicationBuilder? _branch;
    private Task<List<Endpoint>>? _mapped;
    private Task? _present;

    /// <summary>The routes of the files.</summary>
    /// <exception cref="InvalidOperationException">They are not mapped yet.</exception>
    public IReadOnlyList<Endpoint> Endpoints => _mapped is { IsCompletedSuccessfully: true } mapped
        ? mapped.Result
        : throw new InvalidOperationException("The admin UI's files are not mapped.");

    /// <summary>What the build says about each file, in each form in which it is sent.</summary>
    public IEnumerable<StaticAssetDescriptor> Descriptors => DescriptorsOf(Endpoints);

    /// <summary>Begins to map the files, for <see cref="Use"/>.</summary>
    public void BeginMapping(WebApplication app)
    {
        _branch = ((IApplicationBuilder)app).New().UseRouting();
        IEndpointRouteBuilder? routes = null;
        _branch.UseEndpoints(own => routes = own);
        _mapped = Task.Run(() => Map(routes!));
        _present = ReadPagesAsync();
    }

    /// <summary>Answers with the files where no other endpoint does.</summary>
    public void Use(WebApplication app) => app.Use(next =>
    {
        var files = BuildAsync(next);
        return context => context.GetEndpoint() is null ? AnswerAsync(context, files) : next(context);
    });

    /// <summary>Waits until the files are mapped and the pages are read, so that a build that lacks one fails to start.</summary>
    /// <exception cref="StartupException">One is missing, or cut short.</exception>
    public Task EnsurePresentAsync() => _present!;

    /// <summary>The length of a file as it is sent; <see langword="null"/> where the build does not state it.</summary>
    public static long? LengthOf(StaticAssetDescriptor asset) =>
        asset.ResponseHeaders.FirstOrDefault(header => header.Name == "Content-Length") is { Value: { } text }
            && long.TryParse(text, CultureInfo.InvariantCulture, out var length)
                ? length
                : null;

    private async Task ReadPagesAsync()
    {
        await _mapped!;
        services.GetRequiredService<HtmlPages>();
    }

    // The routing middleware copies the routes as it is built.
    private async Task<RequestDelegate> BuildAsync(RequestDelegate next)
    {
        await _mapped!;
        var branch = _branch!;
        branch.Run(next);
        return branch.Build();
    }

    private static async Task AnswerAsync(HttpContext context, Task<RequestDelegate> files) => await (await files)(context);

    private List<Endpoint> Map(IEndpointRouteBuilder routes)
    {
        try
        {
            routes.MapStaticAssets().Add(HidePages);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.Text.Json.JsonException)
        {
            throw new StartupException(
                $"The admin UI is missing from this build of the service; publish it again. {exception.Message}", exception);
        }

        List<Endpoint> endpoints = [.. routes.DataSources.SelectMany(source => source.Endpoints)];
        foreach (var asset in DescriptorsOf(endpoints).DistinctBy(asset => asset.AssetPath))
        {
            EnsureWhole(asset);
        }

        return endpoints;
    }

    private void EnsureWhole(StaticAssetDescriptor asset)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(asset.AssetPath);
        if (!file.Exists || (LengthOf(asset) is { } length && file.Length != length))
        {
            throw new StartupException(
                $"The admin UI's file {asset.AssetPath} is missing from this build of the service, or cut short; publish it again.");
        }
    }

    private static IEnumerable<StaticAssetDescriptor> DescriptorsOf(IEnumerable<Endpoint> endpoints) =>
        endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>();

    // A built page has neither its policy nor its base path, and its compressed forms would take precedence over HtmlPages.
    private static void HidePages(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route }
            && Pages.Any(page => route.TrimStart('/').StartsWith(page, StringComparison.OrdinalIgnoreCase)))
        {
            endpoint.Metadata.Add(new SuppressMatchingMetadata());
        }
    }
}

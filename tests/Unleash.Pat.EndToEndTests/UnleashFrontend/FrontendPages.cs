using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.UnleashFrontend;

/// <summary>
/// A browser context in which Unleash's frontend stands at the service's address, as a proxy would serve it: its files and pages
/// come from the package, everything else from the service.
/// </summary>
internal sealed partial class FrontendPages(UiService service)
{
    private static readonly string[] OfTheService = ["/api/", "/auth/", "/health", "/ready"];

    private static readonly string Page = ReadPage();

    private readonly ConcurrentQueue<string> _refused = new();

    /// <summary>Requests to the service that failed, but for those of a user who has not signed in.</summary>
    public IEnumerable<string> Refused => _refused;

    public async Task<IPage> UseAsync(IPage page)
    {
        await page.Context.RouteAsync("**/*", AnswerAsync);
        page.Response += (_, response) => Note(response);
        return page;
    }

    private async Task AnswerAsync(IRoute route)
    {
        var address = new Uri(route.Request.Url);
        if (address.Authority != service.Address.Authority)
        {
            // Pictures of users, which are on another host.
            await route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = "<svg xmlns='http://www.w3.org/2000/svg'/>" });
        }
        else if (route.Request.Method != "GET" || OfTheService.Any(path => address.AbsolutePath.StartsWith(path, StringComparison.Ordinal)))
        {
            await route.ContinueAsync();
        }
        else if (FileOf(address.AbsolutePath) is { } file)
        {
            await route.FulfillAsync(new() { Path = file });
        }
        else if (Path.HasExtension(address.AbsolutePath))
        {
            // Redirects are not routed: signing out leads to the service's own page, which asks for its own files.
            await route.ContinueAsync();
        }
        else
        {
            await route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Page });
        }
    }

    private void Note(IResponse response)
    {
        if (response.Status >= 400 && response.Status != 401)
        {
            _refused.Enqueue($"{response.Status} {response.Request.Method} {response.Url}");
        }
    }

    private static string? FileOf(string path)
    {
        var file = Path.GetFullPath(Path.Combine(FrontendFolder.Path!, path.TrimStart('/')));
        return path != "/index.html" && file.StartsWith(FrontendFolder.Path!, StringComparison.Ordinal) && File.Exists(file) ? file : null;
    }

    // As Unleash fills it in, and without the fonts of other hosts.
    private static string ReadPage()
    {
        var page = File.ReadAllText(Path.Combine(FrontendFolder.Path!, "index.html"))
            .Replace("::uiFlags::", "%22%7B%7D%22", StringComparison.Ordinal);
        return OtherHost().Replace(Placeholder().Replace(page, ""), "");
    }

    [GeneratedRegex("<link[^>]+https://[^>]+>")]
    private static partial Regex OtherHost();

    [GeneratedRegex("::[A-Za-z]+::")]
    private static partial Regex Placeholder();
}

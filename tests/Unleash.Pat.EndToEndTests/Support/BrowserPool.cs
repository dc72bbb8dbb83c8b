using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>
/// Browsers that are emptied after a test and lent to the next, because to load and compile the pages anew costs each of some
/// hundred starts a second.
/// </summary>
internal sealed class BrowserPool(Func<Task<IBrowser>> launch)
{
    private readonly ConcurrentBag<IBrowserContext> _idle = [];

    /// <summary>A browser that remembers nothing but the files that it has loaded before.</summary>
    public async Task<IBrowserContext> TakeAsync() => _idle.TryTake(out var context) ? context : await NewAsync();

    /// <summary>A browser as if just installed.</summary>
    public async Task<IBrowserContext> NewAsync()
    {
        var context = await (await launch()).NewContextAsync(new()
        {
            ViewportSize = new() { Width = Look.Usual.Width, Height = Look.Height },
            ColorScheme = Look.Usual.Theme,
            Locale = "en-US",
            TimezoneId = "Europe/Berlin",
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout((float)TestSupport.Eventually.Timeout.TotalMilliseconds);
        await PageWatch.PrepareAsync(context);

        // Stays, because what has been compiled goes with the last page.
        await context.NewPageAsync();
        return context;
    }

    /// <summary>Takes a browser back, and all that pages of these origins have left in it.</summary>
    public async Task ReturnAsync(IBrowserContext context, IEnumerable<string> origins)
    {
        var pages = context.Pages.ToList();
        foreach (var page in pages[1..])
        {
            await page.CloseAsync();
        }

        await context.SetOfflineAsync(false);
        await context.ClearCookiesAsync();
        var session = await context.NewCDPSessionAsync(pages[0]);
        foreach (var origin in origins)
        {
            await session.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = origin, ["storageTypes"] = "all" });
        }

        await session.DetachAsync();
        _idle.Add(context);
    }
}

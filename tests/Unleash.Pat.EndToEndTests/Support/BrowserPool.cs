using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>
/// Browser contexts that are cleared after a test and reused by the next: loading and compiling the UI takes a second, and
/// there are hundreds of tests.
/// </summary>
internal sealed class BrowserPool(Func<Task<IBrowser>> launch)
{
    private readonly ConcurrentBag<IBrowserContext> _idle = [];

    /// <summary>A browser context with nothing but cached files.</summary>
    public async Task<IBrowserContext> TakeAsync() => _idle.TryTake(out var context) ? context : await NewAsync();

    /// <summary>A browser context with an empty cache.</summary>
    public async Task<IBrowserContext> NewAsync()
    {
        var context = await (await launch()).NewContextAsync(new()
        {
            ViewportSize = new() { Width = Viewport.Default.Width, Height = Viewport.Height },
            ColorScheme = Viewport.Default.Theme,
            Locale = "en-US",
            TimezoneId = "Europe/Berlin",
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout((float)TestSupport.Eventually.Timeout.TotalMilliseconds);
        await PageMonitor.PrepareAsync(context);

        // Stays open, because the compiled code is discarded with the last page.
        await context.NewPageAsync();
        return context;
    }

    /// <summary>Clears the browser context, and makes it available again.</summary>
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

using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>
/// Browser contexts that are cleared after a test and reused by the next. Loading and compiling the UI takes longer than most
/// tests, so a page of it stays open in each: its process keeps the compiled code, which is optimised as it is used.
/// </summary>
internal sealed class BrowserPool(Func<Task<IBrowser>> launch, Func<Task<UiService>> service)
{
    // The sign-in page is none of the UI's.
    private const string PageWithoutAccount = "new-user";

    private readonly ConcurrentBag<IBrowserContext> _idle = [];
    private readonly ConcurrentDictionary<IBrowserContext, IPage> _warm = [];

    /// <summary>A browser context with nothing but cached files.</summary>
    public async Task<IBrowserContext> TakeAsync() => _idle.TryTake(out var context) ? context : await WarmUpAsync(await NewAsync());

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
        return context;
    }

    /// <summary>Clears the browser context, and makes it available again. One that began with an empty cache is closed.</summary>
    public async Task ReturnAsync(IBrowserContext context, IEnumerable<string> origins)
    {
        if (!_warm.TryGetValue(context, out var kept))
        {
            await context.DisposeAsync();
            return;
        }

        foreach (var page in context.Pages.Where(page => page != kept).ToList())
        {
            await page.CloseAsync();
        }

        await context.SetOfflineAsync(false);
        await context.ClearCookiesAsync();
        var session = await context.NewCDPSessionAsync(kept);
        foreach (var origin in origins)
        {
            await session.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = origin, ["storageTypes"] = "all" });
        }

        await session.DetachAsync();
        _idle.Add(context);
    }

    // Frozen, so that it takes no time and sends no requests during the tests.
    private async Task<IBrowserContext> WarmUpAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync((await service()).At(PageWithoutAccount));
        await page.GetByRole(AriaRole.Heading, new() { Name = "Set your password" }).WaitForAsync();
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Page.setWebLifecycleState", new() { ["state"] = "frozen" });
        _warm[context] = page;
        return context;
    }
}

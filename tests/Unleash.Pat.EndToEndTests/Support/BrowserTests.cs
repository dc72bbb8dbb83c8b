using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Tests of the admin UI in a browser.</summary>
[NeedsBrowser]
public abstract class BrowserTests(TestRun run) : IAsyncLifetime
{
    private readonly List<IPage> _pages = [];
    private readonly List<UiService> _services = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The shared service, or the test's own after <see cref="StartAsync"/>.</summary>
    protected UiService Service { get; private set; } = null!;

    protected PageMonitor Monitor { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Service = await run.ServiceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var page in _pages)
        {
            await LeaveAsync(page);
        }

        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        Monitor.Errors.ShouldBeEmpty();
        Monitor.ShouldHaveRequestedOnly(Service.Address);
    }

    /// <summary>Starts a service for this test only.</summary>
    protected async Task StartAsync(params (string Key, string Value)[] settings)
    {
        Service = await run.StartAsync(settings);
        _services.Add(Service);
    }

    /// <summary>A new browser context in which the user, if given, is signed in.</summary>
    protected async Task<IPage> BrowserAsync(TestUser? user = null)
    {
        var page = await OpenAsync(await run.Browsers.TakeAsync());
        if (user is not null)
        {
            await page.Context.AddCookiesAsync([new() { Name = UiService.SessionCookie, Value = user.SessionCookie, Url = Service.Address.AbsoluteUri }]);
        }

        return page;
    }

    /// <summary>A browser context with an empty cache.</summary>
    protected async Task<IPage> NewBrowserAsync() => await OpenAsync(await run.Browsers.NewAsync());

    /// <summary>Opens the page of the user's tokens in a new browser context.</summary>
    protected async Task<TokensPage> TokensAsync(TestUser user)
    {
        var tokens = new TokensPage(await BrowserAsync(user));
        await tokens.OpenAsync(Service);
        return tokens;
    }

    /// <summary>Opens the page of the user's account in a new browser context.</summary>
    protected async Task<UiPage> AccountAsync(TestUser user)
    {
        var account = new UiPage(await BrowserAsync(user));
        await account.OpenAsync(Service, "profile", "Account");
        return account;
    }

    /// <summary>Ends the user's session outside the browser.</summary>
    protected async Task EndSessionAsync(TestUser user)
    {
        ExpectStatus(401);
        await Service.WithSession(user.SessionCookie).Account.SignOutAsync(Cancel);
    }

    /// <summary>Asserts the page's address. Escaped, because Playwright treats a string as a glob pattern.</summary>
    protected Task ShouldBeAtAsync(IPage page, string address) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(Service.At(address))}$"));

    /// <summary>Declares that the test provokes a response with this status.</summary>
    protected void ExpectStatus(int status) => Monitor.Expect($"responded with a status of {status}");

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        Monitor.Start(context);
        var page = await context.NewPageAsync();
        _pages.Add(page);
        return page;
    }

    private async Task LeaveAsync(IPage page)
    {
        Monitor.Stop(page.Context);
        if (TestContext.Current.TestState?.Result != TestResult.Failed)
        {
            await run.Browsers.ReturnAsync(page.Context, Monitor.Origins);
            return;
        }

        await Screenshot.TakeOfFailureAsync(page, TestContext.Current.TestMethod?.MethodName);
        await page.Context.DisposeAsync();
    }
}

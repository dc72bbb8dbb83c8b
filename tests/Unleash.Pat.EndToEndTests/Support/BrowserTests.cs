using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Tests that look at the admin UI as a person does.</summary>
[NeedsBrowser]
public abstract class BrowserTests(TestRun run) : IAsyncLifetime
{
    private readonly List<IPage> _pages = [];
    private readonly List<UiService> _services = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The service that the test uses; the shared one until the test starts one of its own.</summary>
    protected UiService Service { get; private set; } = null!;

    /// <summary>What has gone wrong in the test's pages.</summary>
    protected PageWatch Watch { get; } = new();

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

        Watch.Faults.ShouldBeEmpty();
        Watch.ShouldHaveAskedOnly(Service.Address);
    }

    /// <summary>Starts a service of the test's own.</summary>
    protected async Task StartAsync(params (string Key, string Value)[] settings)
    {
        Service = await run.StartAsync(settings);
        _services.Add(Service);
    }

    /// <summary>A browser of its own, in which this person is signed in.</summary>
    protected async Task<IPage> BrowserAsync(Person? person = null)
    {
        var page = await OpenAsync(await run.Browsers.TakeAsync());
        if (person is not null)
        {
            await page.Context.AddCookiesAsync([new() { Name = UiService.SessionCookie, Value = person.SessionCookie, Url = Service.Address.AbsoluteUri }]);
        }

        return page;
    }

    /// <summary>A browser that has never been at any page.</summary>
    protected async Task<IPage> NewBrowserAsync() => await OpenAsync(await run.Browsers.NewAsync());

    /// <summary>The page of a browser in which this person looks at their tokens.</summary>
    protected async Task<TokensPage> TokensAsync(Person person)
    {
        var tokens = new TokensPage(await BrowserAsync(person));
        await tokens.OpenAsync(Service);
        return tokens;
    }

    /// <summary>The page of a browser in which this person looks at their account.</summary>
    protected async Task<UiPage> AccountAsync(Person person)
    {
        var account = new UiPage(await BrowserAsync(person));
        await account.OpenAsync(Service, "profile", "Account");
        return account;
    }

    /// <summary>Ends a person's session as if its time had come.</summary>
    protected async Task EndSessionAsync(Person person)
    {
        ExpectStatus(401);
        await Service.WithSession(person.SessionCookie).Account.SignOutAsync(Cancel);
    }

    /// <summary>Asserts where the page is; Playwright takes a text for a pattern, in which some characters mean others.</summary>
    protected Task ShouldBeAtAsync(IPage page, string address) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(Service.At(address))}$"));

    /// <summary>Declares that the test provokes an answer of this status.</summary>
    protected void ExpectStatus(int status) => Watch.Expect($"responded with a status of {status}");

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        Watch.Start(context);
        var page = await context.NewPageAsync();
        _pages.Add(page);
        return page;
    }

    private async Task LeaveAsync(IPage page)
    {
        Watch.Stop(page.Context);
        if (TestContext.Current.TestState?.Result != TestResult.Failed)
        {
            await run.Browsers.ReturnAsync(page.Context, Watch.Origins);
            return;
        }

        await Screenshots.TakeAsync(page, $"failed-{TestContext.Current.TestMethod?.MethodName}", Look.Usual);
        await page.Context.DisposeAsync();
    }
}

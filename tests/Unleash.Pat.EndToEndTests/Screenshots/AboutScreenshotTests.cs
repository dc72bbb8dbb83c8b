using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Screenshots;

public sealed class AboutScreenshotTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task About_this_instance()
    {
        var page = new UiPage(await BrowserAsync(await Service.CreateUserAsync(Client.RootRole.Admin)));
        await page.OpenAsync(Service, "about", "About this instance");
        await page.ShouldShowAsync("SQLite");

        await page.Page.ShouldRenderCorrectlyAsync("about");

        await page.Button("Copy all facts").ClickAsync();
        await page.ShouldShowAsync("Copied.");
        (await page.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldContain("Database: SQLite");
    }
}

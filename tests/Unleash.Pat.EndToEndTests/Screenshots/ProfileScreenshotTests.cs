using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Screenshots;

public sealed class ProfileScreenshotTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task The_account()
    {
        var page = await AccountAsync(await Service.CreateUserAsync());
        await Assertions.Expect(SessionTable.OfOwnAccount(page.Page).Rows).ToHaveCountAsync(1);
        await page.Page.ShouldRenderCorrectlyAsync("account");

        await page.Button("Change password").ClickAsync();
        await page.Field("Current password").ShouldShowErrorAsync("Enter your current password");
        await page.Page.ShouldRenderCorrectlyAsync("account-errors");
    }

    [Fact]
    public async Task Signing_out_everywhere()
    {
        var page = await AccountAsync(await Service.CreateUserAsync());
        var sessions = SessionTable.OfOwnAccount(page.Page);

        await sessions.EndAll.ClickAsync();
        await Assertions.Expect(sessions.EndAllDialog.Heading).ToBeVisibleAsync();

        await page.Page.ShouldRenderCorrectlyAsync("sign-out-everywhere");
    }

    [Fact]
    public async Task An_ended_session()
    {
        var user = await Service.CreateUserAsync();
        var tokens = await TokensAsync(user);
        var dialog = await tokens.StartCreatingAsync();
        await EndSessionAsync(user);

        await dialog.CreateAsync("laptop");
        await Assertions.Expect(tokens.SignInAgain.Heading).ToBeVisibleAsync();

        await tokens.Page.ShouldRenderCorrectlyAsync("sign-in-again");
    }

    [Fact]
    public async Task An_address_without_a_page()
    {
        var page = new UiPage(await BrowserAsync(await Service.CreateUserAsync()));

        ExpectStatus(404);
        await page.OpenAsync(Service, "profile/nothing", "There is no such page");

        await page.Page.ShouldRenderCorrectlyAsync("not-found");
    }
}

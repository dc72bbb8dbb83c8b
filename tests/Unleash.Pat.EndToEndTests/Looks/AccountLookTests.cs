using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Looks;

/// <summary>The looks of one's own account, and of a session's end.</summary>
public sealed class AccountLookTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task The_account()
    {
        var page = await AccountAsync(await Service.PersonAsync());
        await Assertions.Expect(SessionTable.OfOneself(page.Page).Rows).ToHaveCountAsync(1);
        await page.Page.ShouldBeSoundAsync("account");

        await page.Button("Change password").ClickAsync();
        await page.Field("Current password").ShouldBeRefusedAsync("Enter your current password");
        await page.Page.ShouldBeSoundAsync("account-refused");
    }

    [Fact]
    public async Task Signing_out_everywhere()
    {
        var page = await AccountAsync(await Service.PersonAsync());
        var sessions = SessionTable.OfOneself(page.Page);

        await sessions.EndAll.ClickAsync();
        await Assertions.Expect(sessions.EndAllDialog.Heading).ToBeVisibleAsync();

        await page.Page.ShouldBeSoundAsync("sign-out-everywhere");
    }

    [Fact]
    public async Task A_session_that_has_ended()
    {
        var person = await Service.PersonAsync();
        var tokens = await TokensAsync(person);
        var dialog = await tokens.StartCreatingAsync();
        await EndSessionAsync(person);

        await dialog.CreateAsync("laptop");
        await Assertions.Expect(tokens.SignInAgain.Heading).ToBeVisibleAsync();

        await tokens.Page.ShouldBeSoundAsync("sign-in-again");
    }

    [Fact]
    public async Task An_address_without_a_page()
    {
        var page = new UiPage(await BrowserAsync(await Service.PersonAsync()));

        ExpectStatus(404);
        await page.OpenAsync(Service, "profile/nothing", "There is no such page");

        await page.Page.ShouldBeSoundAsync("not-found");
    }
}

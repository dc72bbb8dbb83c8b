using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Account;

public sealed class ThemeTests(TestRun run) : BrowserTests(run)
{
    private const string ToLight = "Theme: the system's. Switch to light";
    private const string ToDark = "Theme: light. Switch to dark";
    private const string ToSystem = "Theme: dark. Switch to the system's";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_goes_from_the_systems_to_light_to_dark_and_back(ColorScheme system)
    {
        var page = new UiPage(await BrowserAsync(await Service.PersonAsync()));
        await page.Page.EmulateMediaAsync(new() { ColorScheme = system });
        await page.OpenAsync(Service, "profile", "Account");
        await Look.ShouldShowAsync(page.Page, system);

        await page.Button(ToLight).ClickAsync();
        await Look.ShouldShowAsync(page.Page, ColorScheme.Light);
        await page.Button(ToDark).ClickAsync();
        await Look.ShouldShowAsync(page.Page, ColorScheme.Dark);
        await page.Button(ToSystem).ClickAsync();
        await Look.ShouldShowAsync(page.Page, system);

        await page.Page.EmulateMediaAsync(new() { ColorScheme = system == ColorScheme.Dark ? ColorScheme.Light : ColorScheme.Dark });
        await Look.ShouldShowAsync(page.Page, system == ColorScheme.Dark ? ColorScheme.Light : ColorScheme.Dark);
    }

    [Fact]
    public async Task It_outlasts_a_reload_and_a_sign_out()
    {
        var page = await AccountAsync(await Service.PersonAsync());
        await page.Button(ToLight).ClickAsync();
        await page.Button(ToDark).ClickAsync();

        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Button(ToSystem)).ToBeVisibleAsync();
        await Look.ShouldShowAsync(page.Page, ColorScheme.Dark);

        await page.SignOut.ClickAsync();
        await Assertions.Expect(new SignInPage(page.Page).Heading).ToBeVisibleAsync();
        await page.Page.ReloadAsync();
        await Assertions.Expect(new SignInPage(page.Page).Heading).ToBeVisibleAsync();
        await Look.ShouldShowAsync(page.Page, ColorScheme.Dark);
    }
}

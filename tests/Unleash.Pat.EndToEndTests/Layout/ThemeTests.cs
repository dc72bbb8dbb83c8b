using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Layout;

public sealed class ThemeTests(TestRun run) : BrowserTests(run)
{
    private const string ToLight = "Theme: the system's. Switch to light";
    private const string ToDark = "Theme: light. Switch to dark";
    private const string ToSystem = "Theme: dark. Switch to the system's";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_switches_from_the_systems_to_light_to_dark_and_back(ColorScheme system)
    {
        var page = new UiPage(await BrowserAsync(await Service.CreateUserAsync()));
        await page.Page.EmulateMediaAsync(new() { ColorScheme = system });
        await page.OpenAsync(Service, "profile", "Account");
        await Viewport.ShouldShowAsync(page.Page, system);

        await page.Button(ToLight).ClickAsync();
        await Viewport.ShouldShowAsync(page.Page, ColorScheme.Light);
        await page.Button(ToDark).ClickAsync();
        await Viewport.ShouldShowAsync(page.Page, ColorScheme.Dark);
        await page.Button(ToSystem).ClickAsync();
        await Viewport.ShouldShowAsync(page.Page, system);

        await page.Page.EmulateMediaAsync(new() { ColorScheme = system == ColorScheme.Dark ? ColorScheme.Light : ColorScheme.Dark });
        await Viewport.ShouldShowAsync(page.Page, system == ColorScheme.Dark ? ColorScheme.Light : ColorScheme.Dark);
    }

    [Fact]
    public async Task It_survives_a_reload_and_signing_out()
    {
        var page = await AccountAsync(await Service.CreateUserAsync());
        await page.Button(ToLight).ClickAsync();
        await page.Button(ToDark).ClickAsync();
        await Assertions.Expect(page.Button(ToSystem)).ToBeVisibleAsync();

        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Button(ToSystem)).ToBeVisibleAsync();
        await Viewport.ShouldShowAsync(page.Page, ColorScheme.Dark);

        await page.SignOut.ClickAsync();
        await Assertions.Expect(new SignInPage(page.Page).Heading).ToBeVisibleAsync();
        await page.Page.ReloadAsync();
        await Assertions.Expect(new SignInPage(page.Page).Heading).ToBeVisibleAsync();
        await Viewport.ShouldShowAsync(page.Page, ColorScheme.Dark);
    }
}

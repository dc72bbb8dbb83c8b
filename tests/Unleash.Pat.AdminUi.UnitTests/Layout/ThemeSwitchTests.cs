using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.AdminUi.Layout;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Layout;

public class ThemeSwitchTests : ComponentTests
{
    private ThemeState Theme => Services.GetRequiredService<ThemeState>();

    // The order of a slow device: there the page is shown before the browser has answered.
    [Fact]
    public async Task It_shows_the_stored_choice_even_if_it_is_rendered_before_it_is_read()
    {
        Script.Setup<string?>("getSetting", "theme").SetResult("dark");
        var page = Show<ThemeSwitch>();
        Label(page).ShouldBe("Theme: the system's. Switch to light");

        await page.InvokeAsync(() => Theme.InitializeAsync(isSystemDark: false));

        Label(page).ShouldBe("Theme: dark. Switch to the system's");
    }

    [Fact]
    public async Task It_follows_the_choice()
    {
        var page = Show<ThemeSwitch>();

        await page.InvokeAsync(() => Theme.ChooseAsync(ThemeChoice.Light));

        Label(page).ShouldBe("Theme: light. Switch to dark");
    }

    private static string? Label(IRenderedComponent<Shell> page) => page.Find("button").GetAttribute("aria-label");
}

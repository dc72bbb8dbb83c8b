using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Accessibility;

/// <summary>Forced colours hide backgrounds and shadows, so every control needs a border.</summary>
public sealed class ForcedColorsTests(TestRun run) : AdministrationTests(run)
{
    private const string HasOutline = """
        () => {
            let element = document.activeElement;
            if (element.matches('input')) {
                element = element.closest('.choice') ?? element;
            }
            const { outlineStyle, outlineWidth } = getComputedStyle(element);
            return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? null : element.outerHTML.slice(0, 200);
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_control_has_a_border_and_shows_the_focus(ColorScheme theme)
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("never expires", new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        var tokens = new TokensPage(await BrowserAsync(user));
        await tokens.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        await tokens.OpenAsync(Service);
        await ShouldHaveEdgesAsync(tokens.Page, 12);

        var dialog = await tokens.StartCreatingAsync();
        await dialog.Expires("Custom").CheckAsync();
        await ShouldHaveEdgesAsync(tokens.Page, 14);
        await dialog.CreateAsync("laptop");
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
        await ShouldHaveEdgesAsync(tokens.Page, 2);
        await tokens.SecretDialog.CloseAsync();
        await tokens.ShouldShowAsync("Created “laptop”.");
        await ShouldHaveEdgesAsync(tokens.Page, 2);

        await tokens.StartDeletingAsync("laptop");
        await ShouldHaveEdgesAsync(tokens.Page, 2);
    }

    [Fact]
    public async Task Every_control_of_the_administration_has_a_border_and_shows_the_focus()
    {
        var admin = await AdministratorAsync();
        var users = await UsersAsync(admin, admin.Name);
        await users.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });
        await users.StartCreatingAsync();
        await ShouldHaveEdgesAsync(users.Page, 8);

        await users.OpenAsync(Service, "admin/events", "Event log");
        await Assertions.Expect(users.Rows.First).ToBeVisibleAsync();
        await ShouldHaveEdgesAsync(users.Page, 20);
    }

    private static async Task ShouldHaveEdgesAsync(IPage page, int stops)
    {
        await page.ShouldHaveEdgesAsync();
        for (var stop = 0; stop < stops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<string?>(HasOutline)).ShouldBeNull();
        }
    }
}

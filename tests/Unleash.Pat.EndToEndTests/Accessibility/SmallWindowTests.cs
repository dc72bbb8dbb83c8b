using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Accessibility;

/// <summary>A window of 1280 by 1024 pixels at a zoom of 400 % (WCAG 2.2, 1.4.10).</summary>
public sealed class SmallWindowTests(TestRun run) : AdministrationTests(run)
{
    private const int Width = 320;
    private const int Height = 256;

    // The elements in the dialog that scroll on their own.
    private const string Slots = """
        () => [...document.querySelectorAll('[role=dialog], [role=dialog] *')]
            .filter(element => element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY))
            .map(element => element.outerHTML.slice(0, 120))
        """;

    [Fact]
    public async Task A_token_is_created_and_deleted_in_it()
    {
        var tokens = await TokensAsync(await Service.CreateUserAsync());
        await tokens.Page.SetViewportSizeAsync(Width, Height);

        var dialog = await tokens.StartCreatingAsync();
        await ShouldScrollAsOneAsync(tokens.Page, dialog.Create);
        await dialog.CreateAsync("laptop");
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
        await ShouldScrollAsOneAsync(tokens.Page, tokens.SecretDialog.Close);
        await tokens.SecretDialog.CloseAsync();
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeHiddenAsync();

        var delete = await tokens.StartDeletingAsync("laptop");
        await ShouldScrollAsOneAsync(tokens.Page, delete.Confirm);
        await delete.Confirm.ClickAsync();
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
        await tokens.Page.ShouldFitAsync("The page");
    }

    [Fact]
    public async Task A_user_is_created_in_it()
    {
        var users = await UsersAsync(await AdministratorAsync(), Unique("none"));
        await users.Page.SetViewportSizeAsync(Width, Height);

        var dialog = await users.StartCreatingAsync();
        await ShouldScrollAsOneAsync(users.Page, dialog.Submit);
        await dialog.SendAsync(("Username", Unique("small")));

        await Assertions.Expect(dialog.Heading).ToBeHiddenAsync();
    }

    private static async Task ShouldScrollAsOneAsync(IPage page, ILocator last)
    {
        await page.ShouldFindNothingAsync(Slots, "A part of the dialog scrolls on its own");
        await page.ShouldFitAsync("The dialog");
        await last.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(last).ToBeInViewportAsync(new() { Ratio = 1 });
    }
}

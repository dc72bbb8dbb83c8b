using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Accessibility;

public sealed class TokenKeyboardTests(TestRun run) : BrowserTests(run)
{
    // More than the number of elements in the dialog.
    private const int DialogStops = 25;

    [Fact]
    public async Task A_token_is_created_and_deleted_without_a_mouse()
    {
        ExpectStatus(401);
        var user = await Service.CreateUserAsync();
        var page = await BrowserAsync();
        await SignInAsync(page, user);
        var tokens = new TokensPage(page);

        await CreateAsync(tokens);
        await Assertions.Expect(tokens.NewToken).ToBeFocusedAsync();

        await page.FocusAndPressAsync(tokens.Delete("laptop"));
        await Assertions.Expect(tokens.DeleteDialog.Heading).ToBeVisibleAsync();
        await page.FocusAndPressAsync(tokens.DeleteDialog.Confirm);
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("Cancel")]
    public async Task The_focus_returns_to_the_button_that_opened_the_delete_dialog(string method)
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokensAsync(2);
        var tokens = await TokensAsync(user);
        var opener = tokens.Delete("token 1");
        await tokens.Page.FocusAndPressAsync(opener);
        await Assertions.Expect(tokens.DeleteDialog.Cancel).ToBeVisibleAsync();

        await LeaveAsync(tokens.Page, method, tokens.DeleteDialog.Cancel);

        await Assertions.Expect(tokens.DeleteDialog.Heading).ToBeHiddenAsync();
        await Assertions.Expect(opener).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_focus_returns_to_the_button_that_opened_the_create_dialog()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokensAsync(2);
        var tokens = await TokensAsync(user);
        await tokens.Page.FocusAndPressAsync(tokens.NewToken);
        await Assertions.Expect(tokens.CreateDialog.Description).ToBeFocusedAsync();

        await tokens.Page.FocusAndPressAsync(tokens.CreateDialog.Cancel);

        await Assertions.Expect(tokens.CreateDialog.Heading).ToBeHiddenAsync();
        await Assertions.Expect(tokens.NewToken).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_focus_stays_in_an_open_dialog()
    {
        var tokens = await TokensAsync(await Service.CreateUserAsync());
        var dialog = await tokens.StartCreatingAsync();
        await Assertions.Expect(dialog.Description).ToBeFocusedAsync();

        for (var stop = 0; stop < DialogStops; stop++)
        {
            await tokens.Page.Keyboard.PressAsync("Tab");
            (await tokens.Page.EvaluateAsync<bool>("document.activeElement.closest('[role=dialog]') !== null")).ShouldBeTrue($"after {stop + 1} presses");
        }
    }

    private async Task SignInAsync(IPage page, TestUser user)
    {
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service, "");
        await Assertions.Expect(signIn.Name).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(user.Name);
        await page.FocusWithTabAsync(signIn.Password);
        await page.Keyboard.TypeAsync(user.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
    }

    private static async Task CreateAsync(TokensPage tokens)
    {
        await tokens.Page.FocusAndPressAsync(tokens.NewToken);
        await Assertions.Expect(tokens.CreateDialog.Description).ToBeFocusedAsync();
        await tokens.Page.Keyboard.TypeAsync("laptop");
        await tokens.Page.FocusAndPressAsync(tokens.CreateDialog.Create);
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
        await tokens.Page.FocusAndPressAsync(tokens.SecretDialog.Copy);
        await Assertions.Expect(tokens.SecretDialog.Copied).ToBeVisibleAsync();
        await tokens.Page.FocusAndPressAsync(tokens.SecretDialog.Close);
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeHiddenAsync();
        await tokens.ShouldListAsync("laptop");
    }

    private static async Task LeaveAsync(IPage page, string method, ILocator cancel)
    {
        if (method == "Escape")
        {
            await page.Keyboard.PressAsync(method);
        }
        else
        {
            await page.FocusAndPressAsync(cancel);
        }
    }
}

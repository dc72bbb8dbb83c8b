using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

public sealed class KeyboardTests(TestRun run) : BrowserTests(run)
{
    // More than the dialog has.
    private const int DialogStops = 25;

    [Fact]
    public async Task The_whole_life_of_a_token_needs_no_mouse()
    {
        ExpectStatus(401);
        var person = await Service.PersonAsync();
        var page = await BrowserAsync();
        await SignInAsync(page, person);
        var tokens = new TokensPage(page);

        await CreateAsync(tokens);
        await Assertions.Expect(tokens.NewToken).ToBeFocusedAsync();

        await page.GoAndPressAsync(tokens.Delete("laptop"));
        await Assertions.Expect(tokens.DeleteDialog.Heading).ToBeVisibleAsync();
        await page.GoAndPressAsync(tokens.DeleteDialog.Confirm);
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("Cancel")]
    public async Task The_focus_returns_to_the_button_that_opened_the_delete_dialog(string way)
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync(2);
        var tokens = await TokensAsync(person);
        var opener = tokens.Delete("token 1");
        await tokens.Page.GoAndPressAsync(opener);
        await Assertions.Expect(tokens.DeleteDialog.Cancel).ToBeVisibleAsync();

        await LeaveAsync(tokens.Page, way, tokens.DeleteDialog.Cancel);

        await Assertions.Expect(tokens.DeleteDialog.Heading).ToBeHiddenAsync();
        await Assertions.Expect(opener).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_focus_returns_to_the_button_that_opened_the_create_dialog()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync(2);
        var tokens = await TokensAsync(person);
        await tokens.Page.GoAndPressAsync(tokens.NewToken);
        await Assertions.Expect(tokens.CreateDialog.Description).ToBeFocusedAsync();

        await tokens.Page.GoAndPressAsync(tokens.CreateDialog.Cancel);

        await Assertions.Expect(tokens.CreateDialog.Heading).ToBeHiddenAsync();
        await Assertions.Expect(tokens.NewToken).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_focus_stays_in_an_open_dialog()
    {
        var tokens = await TokensAsync(await Service.PersonAsync());
        var dialog = await tokens.StartCreatingAsync();
        await Assertions.Expect(dialog.Description).ToBeFocusedAsync();

        for (var stop = 0; stop < DialogStops; stop++)
        {
            await tokens.Page.Keyboard.PressAsync("Tab");
            (await tokens.Page.EvaluateAsync<bool>("document.activeElement.closest('[role=dialog]') !== null")).ShouldBeTrue($"after {stop + 1} presses");
        }
    }

    private async Task SignInAsync(IPage page, Person person)
    {
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service, "");
        await Assertions.Expect(signIn.Name).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(person.Name);
        await page.GoToAsync(signIn.Password);
        await page.Keyboard.TypeAsync(person.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
    }

    private static async Task CreateAsync(TokensPage tokens)
    {
        await tokens.Page.GoAndPressAsync(tokens.NewToken);
        await Assertions.Expect(tokens.CreateDialog.Description).ToBeFocusedAsync();
        await tokens.Page.Keyboard.TypeAsync("laptop");
        await tokens.Page.GoAndPressAsync(tokens.CreateDialog.Create);
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
        await tokens.Page.GoAndPressAsync(tokens.SecretDialog.Copy);
        await Assertions.Expect(tokens.SecretDialog.Copied).ToBeVisibleAsync();
        await tokens.Page.GoAndPressAsync(tokens.SecretDialog.Close);
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeHiddenAsync();
        await tokens.ShouldListAsync("laptop");
    }

    private static async Task LeaveAsync(IPage page, string way, ILocator cancel)
    {
        if (way == "Escape")
        {
            await page.Keyboard.PressAsync(way);
        }
        else
        {
            await page.GoAndPressAsync(cancel);
        }
    }
}

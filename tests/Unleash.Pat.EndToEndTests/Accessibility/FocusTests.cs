using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Accessibility;

/// <summary>The focus after the page has changed. It must not fall back to the top of the page.</summary>
public sealed class FocusTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task The_skip_link_leads_past_the_menu()
    {
        var page = await AccountAsync(await Service.CreateUserAsync());
        // A form that loads after the last press of Tab would be passed over.
        await Assertions.Expect(page.Field("Current password")).ToBeVisibleAsync();

        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();

        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Field("Current password")).ToBeFocusedAsync();
        await Assertions.Expect(page.Heading("Account")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task After_signing_in_the_keyboard_begins_at_the_top_of_the_page()
    {
        ExpectStatus(401);
        var user = await Service.CreateUserAsync();
        var page = new UiPage(await BrowserAsync());
        await page.Page.GotoAsync(Service.At("profile"));
        var signIn = new SignInPage(page.Page);
        await Assertions.Expect(signIn.Name).ToBeFocusedAsync();

        await signIn.SignInAsync(user.Name, user.Password);

        await Assertions.Expect(page.Heading("Account")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task After_the_last_allowed_token_the_heading_has_the_focus()
    {
        await StartAsync(("Pats:MaxPerUser", "1"));
        var tokens = await TokensAsync(await Service.CreateUserAsync());
        await tokens.Page.FocusAndPressAsync(tokens.NewToken);
        await tokens.Page.FocusAndPressAsync(tokens.CreateDialog.Create);
        await Assertions.Expect(tokens.SecretDialog.Copy).ToBeFocusedAsync();
        await tokens.Page.FocusAndPressAsync(tokens.SecretDialog.Close);
        await Assertions.Expect(tokens.SecretDialog.KeepOpen).ToBeFocusedAsync();
        await tokens.Page.FocusAndPressAsync(tokens.SecretDialog.CloseUncopied);

        await Assertions.Expect(tokens.NewToken).ToBeDisabledAsync();
        await Assertions.Expect(tokens.Title).ToBeFocusedAsync();

        await tokens.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(tokens.Search).ToBeFocusedAsync();
    }

    [Fact]
    public async Task At_either_end_of_a_table_the_focus_stays_in_the_pager()
    {
        await StartAsync(("Pats:MaxPerUser", "60"));
        var user = await Service.CreateUserAsync();
        await user.CreateTokensAsync(51);
        var tokens = await TokensAsync(user);

        await tokens.Page.FocusAndPressAsync(tokens.Next);
        await tokens.ShouldShowAsync("26–50 of 51");
        await Assertions.Expect(tokens.Next).ToBeFocusedAsync();
        await tokens.Page.Keyboard.PressAsync("Enter");
        await tokens.ShouldShowAsync("51–51 of 51");
        await Assertions.Expect(tokens.Previous).ToBeFocusedAsync();

        await tokens.Page.Keyboard.PressAsync("Enter");
        await tokens.ShouldShowAsync("26–50 of 51");
        await Assertions.Expect(tokens.Previous).ToBeFocusedAsync();
        await tokens.Page.Keyboard.PressAsync("Enter");
        await tokens.ShouldShowAsync("1–25 of 51");
        await Assertions.Expect(tokens.Next).ToBeFocusedAsync();
    }

    [Fact]
    public async Task While_a_form_is_being_sent_the_dialog_has_the_focus_and_then_the_button_again()
    {
        ExpectStatus(503);
        var tokens = await TokensAsync(await Service.CreateUserAsync());
        var dialog = await tokens.StartCreatingAsync();
        await dialog.Description.FillAsync("laptop");
        var answer = new TaskCompletionSource();
        await tokens.Page.RouteAsync(TokensPage.Requests, async route =>
        {
            await answer.Task;
            await route.FulfillAsync(new() { Status = 503 });
        });

        await tokens.Page.FocusAndPressAsync(dialog.Create);
        await Assertions.Expect(dialog.Cancel).ToBeDisabledAsync();
        await Assertions.Expect(dialog.Dialog).ToBeFocusedAsync();
        answer.SetResult();

        await Assertions.Expect(dialog.Create).ToBeFocusedAsync();
    }

    [Fact]
    public async Task After_a_button_disappears_the_heading_has_the_focus()
    {
        var admin = await AdministratorAsync();
        var events = await EventsAsync(admin, "?type=pat-deleted&userId=1");

        await events.Page.FocusAndPressAsync(events.ClearFilters);

        await Assertions.Expect(events.Heading("Event log")).ToBeFocusedAsync();
    }
}

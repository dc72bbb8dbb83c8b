using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Administration;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

/// <summary>Where the keyboard is after something has changed: never at the top of the page by accident.</summary>
public sealed class FocusTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task The_skip_link_leads_past_the_menu()
    {
        var page = await AccountAsync(await Service.PersonAsync());

        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();

        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Field("Current password")).ToBeFocusedAsync();
        await Assertions.Expect(page.Heading("Account")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task After_signing_in_the_heading_has_it()
    {
        ExpectStatus(401);
        var person = await Service.PersonAsync();
        var page = new UiPage(await BrowserAsync());
        await page.Page.GotoAsync(Service.At("profile"));
        var signIn = new SignInPage(page.Page);
        await Assertions.Expect(signIn.Name).ToBeFocusedAsync();

        await signIn.SignInAsync(person.Name, person.Password);

        await Assertions.Expect(page.Heading("Account")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task After_the_last_token_that_is_allowed_the_heading_has_it()
    {
        await StartAsync(("Pats:MaxPerUser", "1"));
        var tokens = await TokensAsync(await Service.PersonAsync());
        await tokens.Page.GoAndPressAsync(tokens.NewToken);
        await tokens.Page.GoAndPressAsync(tokens.CreateDialog.Create);
        await tokens.Page.GoAndPressAsync(tokens.SecretDialog.Close);

        await Assertions.Expect(tokens.NewToken).ToBeDisabledAsync();
        await Assertions.Expect(tokens.Title).ToBeFocusedAsync();

        await tokens.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(tokens.Search).ToBeFocusedAsync();
    }

    [Fact]
    public async Task At_either_end_of_a_table_it_stays_in_the_pager()
    {
        await StartAsync(("Pats:MaxPerUser", "60"));
        var person = await Service.PersonAsync();
        await person.IssueAsync(51);
        var tokens = await TokensAsync(person);

        await tokens.Page.GoAndPressAsync(tokens.Next);
        await tokens.ShouldTellAsync("26–50 of 51");
        await Assertions.Expect(tokens.Next).ToBeFocusedAsync();
        await tokens.Page.Keyboard.PressAsync("Enter");
        await tokens.ShouldTellAsync("51–51 of 51");
        await Assertions.Expect(tokens.Previous).ToBeFocusedAsync();

        await tokens.Page.Keyboard.PressAsync("Enter");
        await tokens.ShouldTellAsync("26–50 of 51");
        await Assertions.Expect(tokens.Previous).ToBeFocusedAsync();
        await tokens.Page.Keyboard.PressAsync("Enter");
        await tokens.ShouldTellAsync("1–25 of 51");
        await Assertions.Expect(tokens.Next).ToBeFocusedAsync();
    }

    [Fact]
    public async Task While_something_is_sent_the_dialog_has_it_and_then_the_button_again()
    {
        ExpectStatus(503);
        var tokens = await TokensAsync(await Service.PersonAsync());
        var dialog = await tokens.StartCreatingAsync();
        await dialog.Description.FillAsync("laptop");
        var answer = new TaskCompletionSource();
        await tokens.Page.RouteAsync(TokensPage.Requests, async route =>
        {
            await answer.Task;
            await route.FulfillAsync(new() { Status = 503 });
        });

        await tokens.Page.GoAndPressAsync(dialog.Create);
        await Assertions.Expect(dialog.Cancel).ToBeDisabledAsync();
        await Assertions.Expect(dialog.Dialog).ToBeFocusedAsync();
        answer.SetResult();

        await Assertions.Expect(dialog.Create).ToBeFocusedAsync();
    }

    [Fact]
    public async Task After_what_is_gone_the_heading_has_it()
    {
        var admin = await AdministratorAsync();
        var events = await EventsAsync(admin, "?type=pat-deleted&userId=1");

        await events.Page.GoAndPressAsync(events.ClearFilters);

        await Assertions.Expect(events.Heading("Event log")).ToBeFocusedAsync();
    }
}

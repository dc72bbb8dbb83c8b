using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Authentication;

/// <summary>What a user sees after returning to the tab.</summary>
public sealed class TabReturnTests(TestRun run) : AdministrationTests(run)
{
    // As if another window had been in front.
    private const string GoAndComeBack = "dispatchEvent(new Event('blur')); dispatchEvent(new Event('focus'))";

    [Fact]
    public async Task A_list_is_refreshed_and_keeps_page_order_and_focus()
    {
        await StartAsync(("Pats:MaxPerUser", "60"));
        var user = await Service.CreateUserAsync();
        await user.CreateTokensAsync(26);
        var tokens = new TokensPage(await BrowserAsync(user));
        await tokens.OpenAsync(Service, "?sort=created&page=2");
        await tokens.ShouldListAsync("token 26");
        await tokens.Previous.FocusAsync();
        await user.CreateTokenAsync("from elsewhere");

        await tokens.Page.EvaluateAsync(GoAndComeBack);

        await tokens.ShouldListAsync("token 26", "from elsewhere");
        await Assertions.Expect(tokens.Count(27, 60)).ToBeVisibleAsync();
        await Assertions.Expect(tokens.Previous).ToBeFocusedAsync();
        await ShouldBeAtAsync(tokens.Page, "?sort=created&page=2");
    }

    [Fact]
    public async Task The_lists_of_users_and_events_are_refreshed()
    {
        var admin = await AdministratorAsync();
        var users = await UsersAsync(admin, Unique("none"));
        var events = await EventsAsync(admin, $"?userId={await IdAsync(admin)}&type=user-created");
        await Assertions.Expect(events.NothingFound).ToBeVisibleAsync();
        var user = await UserAsync(admin, Unique("created"));

        await users.Page.EvaluateAsync(GoAndComeBack);
        await users.Search.FillAsync(user.Username!);
        await users.ShouldListAsync(user.Username!);

        await events.Page.EvaluateAsync(GoAndComeBack);
        await events.ShouldListAsync($"User {user.Username} created");
    }

    [Fact]
    public async Task Input_in_a_form_stays()
    {
        var admin = await AdministratorAsync();
        var user = await UserAsync(admin, Unique("edited"), "Edith");
        var page = await UserPageAsync(admin, user.Id, "Edith");
        await page.Field("Name").FillAsync("Edith Ed");

        var requested = page.Page.WaitForResponseAsync("**/sessions");
        await page.Page.EvaluateAsync(GoAndComeBack);
        await requested;

        await Assertions.Expect(page.Field("Name")).ToHaveValueAsync("Edith Ed");
    }

    [Fact]
    public async Task If_the_session_has_ended_the_list_stays_until_the_next_action()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("laptop");
        var tokens = await TokensAsync(user);
        await EndSessionAsync(user);

        var requested = tokens.Page.WaitForResponseAsync("**/api/admin/user");
        await tokens.Page.EvaluateAsync(GoAndComeBack);
        await requested;

        await tokens.ShouldListAsync("laptop");
    }
}

using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Administration;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

/// <summary>What somebody finds who comes back to a tab.</summary>
public sealed class ReturnTests(TestRun run) : AdministrationTests(run)
{
    // As when another window was in front.
    private const string GoAndComeBack = "dispatchEvent(new Event('blur')); dispatchEvent(new Event('focus'))";

    [Fact]
    public async Task A_list_shows_what_has_changed_meanwhile_and_keeps_page_order_and_focus()
    {
        await StartAsync(("Pats:MaxPerUser", "60"));
        var person = await Service.PersonAsync();
        await person.IssueAsync(26);
        var tokens = new TokensPage(await BrowserAsync(person));
        await tokens.OpenAsync(Service, "?sort=created&page=2");
        await tokens.ShouldListAsync("token 26");
        await tokens.Previous.FocusAsync();
        await person.IssueAsync("from elsewhere");

        await tokens.Page.EvaluateAsync(GoAndComeBack);

        await tokens.ShouldListAsync("token 26", "from elsewhere");
        await Assertions.Expect(tokens.Count(27, 60)).ToBeVisibleAsync();
        await Assertions.Expect(tokens.Previous).ToBeFocusedAsync();
        await ShouldBeAtAsync(tokens.Page, "?sort=created&page=2");
    }

    [Fact]
    public async Task So_do_the_lists_of_users_and_events()
    {
        var admin = await AdministratorAsync();
        var users = await UsersAsync(admin, Unique("nobody"));
        var events = await EventsAsync(admin, $"?userId={await IdAsync(admin)}&type=user-created");
        await Assertions.Expect(events.NothingFound).ToBeVisibleAsync();
        var user = await UserAsync(admin, Unique("made"));

        await users.Page.EvaluateAsync(GoAndComeBack);
        await users.Search.FillAsync(user.Username!);
        await users.ShouldListAsync(user.Username!);

        await events.Page.EvaluateAsync(GoAndComeBack);
        await events.ShouldListAsync(("User created", user.Username!));
    }

    [Fact]
    public async Task What_is_being_typed_stays()
    {
        var admin = await AdministratorAsync();
        var user = await UserAsync(admin, Unique("edited"), "Edith");
        var page = await UserPageAsync(admin, user.Id, "Edith");
        await page.Field("Name").FillAsync("Edith Ed");

        var asked = page.Page.WaitForResponseAsync("**/sessions");
        await page.Page.EvaluateAsync(GoAndComeBack);
        await asked;

        await Assertions.Expect(page.Field("Name")).ToHaveValueAsync("Edith Ed");
    }

    [Fact]
    public async Task Where_the_session_has_ended_what_is_shown_stays_until_something_is_done()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync("laptop");
        var tokens = await TokensAsync(person);
        await EndSessionAsync(person);

        var asked = tokens.Page.WaitForResponseAsync("**/api/admin/user");
        await tokens.Page.EvaluateAsync(GoAndComeBack);
        await asked;

        await tokens.ShouldListAsync("laptop");
    }
}

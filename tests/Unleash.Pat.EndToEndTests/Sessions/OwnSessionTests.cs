using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Sessions;

/// <summary>The user's own sessions.</summary>
public sealed class OwnSessionTests(TestRun run) : AdministrationTests(run)
{
    private const string OfBrowser = "Chrome on Linux";

    [Fact]
    public async Task Ending_another_session_signs_it_out()
    {
        var user = await Service.CreateUserAsync();
        var other = await SignInAsync(user.Name, user.Password);
        var (sessions, page) = await OpenAsync(user);
        await Assertions.Expect(sessions.Row(SessionTable.ClientUserAgent)).ToContainTextAsync("this one");
        await Assertions.Expect(sessions.Row(OfBrowser)).Not.ToContainTextAsync("this one");

        await sessions.EndAsync(OfBrowser);

        await page.ShouldShowAsync("The session has ended.");
        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(1);
        await ShouldHaveKeptTheFocusAsync(page);
        await ShouldBeSignedOutAsync(other);
        await user.Client.Account.GetAsync(Cancel);
    }

    [Fact]
    public async Task Ending_the_current_session_leads_to_the_sign_in_page()
    {
        var user = await Service.CreateUserAsync();
        var other = await SignInAsync(user.Name, user.Password);
        var (sessions, page) = await OpenAsync(user);

        await sessions.EndAsync(SessionTable.ClientUserAgent);

        await Assertions.Expect(new SignInPage(page.Page).Heading).ToBeVisibleAsync();
        await ShouldBeSignedOutAsync(page.Page);
        await other.ReloadAsync();
        await Assertions.Expect(new TokensPage(other).Title).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_sessions()
    {
        var user = await Service.CreateUserAsync();
        var other = await SignInAsync(user.Name, user.Password);
        var (sessions, page) = await OpenAsync(user);

        await sessions.EndAllAsync();

        await Assertions.Expect(new SignInPage(page.Page).Heading).ToBeVisibleAsync();
        await ShouldBeSignedOutAsync(page.Page);
        await ShouldBeSignedOutAsync(other);
    }

    [Fact]
    public async Task A_session_that_could_not_be_ended_stays_in_the_list()
    {
        Monitor.Expect("net::ERR_INTERNET_DISCONNECTED");
        var user = await Service.CreateUserAsync();
        var other = await SignInAsync(user.Name, user.Password);
        var (sessions, page) = await OpenAsync(user);
        await page.Page.Context.SetOfflineAsync(true);

        await sessions.EndAsync(OfBrowser);

        await Assertions.Expect(sessions.Error).ToContainTextAsync("cannot be reached");
        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(2);
        await other.ReloadAsync();
        await Assertions.Expect(new TokensPage(other).Title).ToBeVisibleAsync();
    }

    private static async Task ShouldHaveKeptTheFocusAsync(UiPage page) =>
        await Assertions.Expect(page.Heading("Account")).ToBeFocusedAsync();

    private async Task<(SessionTable Sessions, UiPage Page)> OpenAsync(TestUser user)
    {
        var page = await AccountAsync(user);
        var sessions = SessionTable.OfOwnAccount(page.Page);
        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(2);
        return (sessions, page);
    }
}

using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Administration;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Account;

/// <summary>One's own sessions.</summary>
public sealed class SessionTests(TestRun run) : AdministrationTests(run)
{
    private const string OfBrowser = "Chrome on Linux";

    [Fact]
    public async Task Another_session_is_really_signed_out()
    {
        var person = await Service.PersonAsync();
        var other = await SignInAsync(person.Name, person.Password);
        var (sessions, page) = await OpenAsync(person);
        await Assertions.Expect(sessions.Row(SessionTable.OfNoBrowser)).ToContainTextAsync("this one");
        await Assertions.Expect(sessions.Row(OfBrowser)).Not.ToContainTextAsync("this one");

        await sessions.EndAsync(OfBrowser);

        await page.ShouldTellAsync("The session has ended.");
        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(1);
        await ShouldHaveKeptTheFocusAsync(page);
        await ShouldBeSignedOutAsync(other);
        await person.Client.Account.GetAsync(Cancel);
    }

    [Fact]
    public async Task Ending_the_own_session_leads_to_the_sign_in_page()
    {
        var person = await Service.PersonAsync();
        var other = await SignInAsync(person.Name, person.Password);
        var (sessions, page) = await OpenAsync(person);

        await sessions.EndAsync(SessionTable.OfNoBrowser);

        await Assertions.Expect(new SignInPage(page.Page).Heading).ToBeVisibleAsync();
        await ShouldBeSignedOutAsync(page.Page);
        await other.ReloadAsync();
        await Assertions.Expect(new TokensPage(other).Title).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_sessions()
    {
        var person = await Service.PersonAsync();
        var other = await SignInAsync(person.Name, person.Password);
        var (sessions, page) = await OpenAsync(person);

        await sessions.EndAllAsync();

        await Assertions.Expect(new SignInPage(page.Page).Heading).ToBeVisibleAsync();
        await ShouldBeSignedOutAsync(page.Page);
        await ShouldBeSignedOutAsync(other);
    }

    [Fact]
    public async Task A_session_that_was_not_ended_stays_in_the_list()
    {
        Watch.Expect("net::ERR_INTERNET_DISCONNECTED");
        var person = await Service.PersonAsync();
        var other = await SignInAsync(person.Name, person.Password);
        var (sessions, page) = await OpenAsync(person);
        await page.Page.Context.SetOfflineAsync(true);

        await sessions.EndAsync(OfBrowser);

        await Assertions.Expect(sessions.Problem).ToContainTextAsync("cannot be reached");
        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(2);
        await other.ReloadAsync();
        await Assertions.Expect(new TokensPage(other).Title).ToBeVisibleAsync();
    }

    private static async Task ShouldHaveKeptTheFocusAsync(UiPage page) =>
        await Assertions.Expect(page.Heading("Account")).ToBeFocusedAsync();

    private async Task<(SessionTable Sessions, UiPage Page)> OpenAsync(Person person)
    {
        var page = await AccountAsync(person);
        var sessions = SessionTable.OfOneself(page.Page);
        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(2);
        return (sessions, page);
    }
}

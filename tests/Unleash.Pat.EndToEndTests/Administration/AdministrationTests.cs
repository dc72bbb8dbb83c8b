using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Administration;

/// <summary>Tests of the pages for administrators, each with an administrator and accounts of its own.</summary>
public abstract class AdministrationTests(TestRun run) : BrowserTests(run)
{
    protected const string Users = "**/api/admin/user-admin*";
    protected const string OneUser = "**/api/admin/user-admin/*";

    /// <summary>A text that no other test has.</summary>
    protected static string Unique(string beginning) => $"{beginning}-{Guid.NewGuid():N}"[..(beginning.Length + 9)];

    protected static async Task<long> IdAsync(Person person) => (await person.Client.Account.GetAsync(Cancel)).User.Id;

    /// <summary>A user without a password, which is made in no time.</summary>
    protected static Task<User> UserAsync(Person by, string username, string? name = null, string? email = null) =>
        by.Client.Users.CreateAsync(new NewUser { Username = username, Name = name, Email = email, RootRole = RootRole.Viewer }, Cancel);

    protected static Task<ServiceAccount> ServiceAccountAsync(Person by, string name, string? username = null, RootRole role = RootRole.Viewer) =>
        by.Client.ServiceAccounts.CreateAsync(
            new NewServiceAccount { Name = name, Username = username ?? Unique("program"), RootRole = role }, Cancel);

    protected static Task<IssuedPersonalAccessToken> IssueAsync(Person by, ServiceAccount account, string description) =>
        by.Client.ServiceAccounts.CreateTokenAsync(account.Id, new NewPersonalAccessToken { Description = description }, Cancel);

    protected Task<Person> AdministratorAsync() => Service.PersonAsync(RootRole.Admin);

    /// <summary>The list of users, of which those are shown that the search finds.</summary>
    protected async Task<AccountListPage> UsersAsync(Person person, string search = "")
    {
        var users = AccountListPage.OfUsers(await BrowserAsync(person));
        await users.OpenAsync(Service, search.Length == 0 ? "" : $"?search={search}");
        return users;
    }

    protected async Task<EventsPage> EventsAsync(Person person, string query = "")
    {
        var events = new EventsPage(await BrowserAsync(person));
        await events.OpenAsync(Service, query);
        return events;
    }

    /// <summary>The page of a service account, which is that of its tokens.</summary>
    protected async Task<TokensPage> ServiceAccountPageAsync(Person person, ServiceAccount account)
    {
        var tokens = new TokensPage(await BrowserAsync(person));
        await tokens.OpenAsync(Service, $"admin/service-accounts/{account.Id}", account.Name!);
        return tokens;
    }

    protected async Task<UiPage> UserPageAsync(Person person, long id, string title)
    {
        var page = new UiPage(await BrowserAsync(person));
        await page.OpenAsync(Service, $"admin/users/{id}", title);
        return page;
    }

    /// <summary>Signs in as a person does, in a new browser.</summary>
    protected async Task<IPage> SignInAsync(string name, string password)
    {
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);
        await signIn.SignInAsync(name, password);
        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Asserts that a browser is signed out, by what it shows when it loads a page anew.</summary>
    protected async Task ShouldBeSignedOutAsync(IPage page)
    {
        ExpectStatus(401);
        await page.GotoAsync(Service.At("profile"));
        await Assertions.Expect(new SignInPage(page).Heading).ToBeVisibleAsync();
    }
}

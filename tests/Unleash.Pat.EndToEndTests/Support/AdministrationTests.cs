using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Tests of the pages for administrators. Each test has its own accounts.</summary>
public abstract class AdministrationTests(TestRun run) : BrowserTests(run)
{
    protected const string Users = "**/api/admin/user-admin*";
    protected const string OneUser = "**/api/admin/user-admin/*";

    protected static string Unique(string beginning) => $"{beginning}-{Guid.NewGuid():N}"[..(beginning.Length + 9)];

    protected static async Task<long> IdAsync(TestUser user) => (await user.Client.Account.GetAsync(Cancel)).User.Id;

    /// <summary>A user without a password, because hashing one takes long.</summary>
    protected static Task<User> UserAsync(TestUser by, string username, string? name = null, string? email = null) =>
        by.Client.Users.CreateAsync(new NewUser { Username = username, Name = name, Email = email, RootRole = RootRole.Viewer }, Cancel);

    protected static Task<ServiceAccount> ServiceAccountAsync(TestUser by, string name, string? username = null, RootRole role = RootRole.Viewer) =>
        by.Client.ServiceAccounts.CreateAsync(
            new NewServiceAccount { Name = name, Username = username ?? Unique("program"), RootRole = role }, Cancel);

    protected static Task<IssuedPersonalAccessToken> CreateTokenAsync(TestUser by, ServiceAccount account, string description) =>
        by.Client.ServiceAccounts.CreateTokenAsync(account.Id, new NewPersonalAccessToken { Description = description }, Cancel);

    protected Task<TestUser> AdministratorAsync() => Service.CreateUserAsync(RootRole.Admin);

    protected async Task<AccountListPage> UsersAsync(TestUser user, string search = "")
    {
        var users = AccountListPage.OfUsers(await BrowserAsync(user));
        await users.OpenAsync(Service, search.Length == 0 ? "" : $"?search={search}");
        return users;
    }

    protected async Task<EventsPage> EventsAsync(TestUser user, string query = "")
    {
        var events = new EventsPage(await BrowserAsync(user));
        await events.OpenAsync(Service, query);
        return events;
    }

    protected async Task<TokensPage> ServiceAccountPageAsync(TestUser user, ServiceAccount account)
    {
        var tokens = new TokensPage(await BrowserAsync(user));
        await tokens.OpenAsync(Service, $"admin/service-accounts/{account.Id}", account.Name!);
        return tokens;
    }

    protected async Task<UiPage> UserPageAsync(TestUser user, long id, string title)
    {
        var page = new UiPage(await BrowserAsync(user));
        await page.OpenAsync(Service, $"admin/users/{id}", title);
        return page;
    }

    /// <summary>Signs in through the form in a new browser.</summary>
    protected async Task<IPage> SignInAsync(string name, string password)
    {
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);
        await signIn.SignInAsync(name, password);
        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Asserts that loading a page leads to the sign-in page.</summary>
    protected async Task ShouldBeSignedOutAsync(IPage page)
    {
        ExpectStatus(401);
        await page.GotoAsync(Service.At("profile"));
        await Assertions.Expect(new SignInPage(page).Heading).ToBeVisibleAsync();
    }
}

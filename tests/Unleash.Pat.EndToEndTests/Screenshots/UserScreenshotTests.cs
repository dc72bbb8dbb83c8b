using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Screenshots;

public sealed class UserScreenshotTests(TestRun run) : AdministrationTests(run)
{
    private const string Long = "-user-whose-name-of-one-word-is-longer-than-the-narrowest-phone-is-wide";

    [Fact]
    public async Task The_users()
    {
        var admin = await AdministratorAsync();
        var mark = Unique("user");
        await UserAsync(admin, $"{mark}-ada", "Ada Lovelace", $"{mark}.ada@example.org");
        await UserAsync(admin, $"{mark}-grace", "Grace Hopper");
        await UserAsync(admin, mark + Long, email: $"{mark}{Long[..50]}@example.org");
        var users = await UsersAsync(admin, mark);
        await Assertions.Expect(users.Rows).ToHaveCountAsync(3);
        await users.Page.ShouldRenderCorrectlyAsync("users");

        await users.Search.FillAsync("no such name");
        await Assertions.Expect(users.Rows).ToHaveCountAsync(0);
        await users.Page.ShouldRenderCorrectlyAsync("users-nothing-found");
    }

    [Fact]
    public async Task Users_that_cannot_be_loaded()
    {
        ExpectStatus(503);
        var users = AccountListPage.OfUsers(await BrowserAsync(await AdministratorAsync()));
        await users.Page.RouteAsync(Users, route => route.FulfillAsync(new() { Status = 503 }));

        await users.OpenAsync(Service);
        await Assertions.Expect(users.TryAgain).ToBeVisibleAsync();

        await users.Page.ShouldRenderCorrectlyAsync("users-failure");
    }

    [Fact]
    public async Task A_new_user()
    {
        var users = await UsersAsync(await AdministratorAsync(), Unique("none"));
        var dialog = await users.StartCreatingAsync();
        await users.Page.ShouldRenderCorrectlyAsync("new-user");

        await dialog.SendAsync(("Password", "too short"));
        await dialog.Field("Password").ShouldShowErrorAsync("at least 10 characters");
        await users.Page.ShouldRenderCorrectlyAsync("new-user-errors");
    }

    [Fact]
    public async Task A_user()
    {
        var admin = await AdministratorAsync();
        var user = await Service.CreateUserAsync();
        var page = await UserPageAsync(admin, await IdAsync(user), user.Name);
        await Assertions.Expect(SessionTable.OfUser(page.Page).Rows).ToHaveCountAsync(1);
        await page.Page.ShouldRenderCorrectlyAsync("user");

        await page.Button("Delete user").ClickAsync();
        await Assertions.Expect(AccountListPage.OfUsers(page.Page).DeleteDialog.Heading).ToBeVisibleAsync();
        await page.Page.ShouldRenderCorrectlyAsync("delete-user");
    }

    [Fact]
    public async Task A_user_without_a_password()
    {
        var admin = await AdministratorAsync();
        var name = Unique("invited");
        var user = await UserAsync(admin, name, "Ada Lovelace", $"{name}@example.org");
        var page = await UserPageAsync(admin, user.Id, "Ada Lovelace");
        await page.ShouldShowAsync("There are no sessions.");
        await page.Page.ShouldRenderCorrectlyAsync("user-without-password");

        await page.Button("Create a link").ClickAsync();
        await Assertions.Expect(new SecretDialog(page.Page, "A link to set a password", "link", "The link").Copy).ToBeFocusedAsync();
        await page.Page.ShouldRenderCorrectlyAsync("password-link");
    }

    [Fact]
    public async Task A_page_for_administrators()
    {
        var page = new UiPage(await BrowserAsync(await Service.CreateUserAsync()));

        await page.OpenAsync(Service, "admin/users", "For administrators");

        await page.Page.ShouldRenderCorrectlyAsync("for-administrators");
    }
}

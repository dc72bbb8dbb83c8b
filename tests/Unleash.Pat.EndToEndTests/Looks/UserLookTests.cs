using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Administration;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Looks;

/// <summary>The looks of the administration of users.</summary>
public sealed class UserLookTests(TestRun run) : AdministrationTests(run)
{
    private const string Long = "-somebody-whose-name-of-one-word-is-longer-than-the-narrowest-phone-is-wide";

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
        await users.Page.ShouldBeSoundAsync("users");

        await users.Search.FillAsync("nobody has such a name");
        await Assertions.Expect(users.Rows).ToHaveCountAsync(0);
        await users.Page.ShouldBeSoundAsync("users-nothing-found");
    }

    [Fact]
    public async Task Users_that_do_not_load()
    {
        ExpectStatus(503);
        var users = AccountListPage.OfUsers(await BrowserAsync(await AdministratorAsync()));
        await users.Page.RouteAsync(Users, route => route.FulfillAsync(new() { Status = 503 }));

        await users.OpenAsync(Service);
        await Assertions.Expect(users.TryAgain).ToBeVisibleAsync();

        await users.Page.ShouldBeSoundAsync("users-failure");
    }

    [Fact]
    public async Task A_new_user()
    {
        var users = await UsersAsync(await AdministratorAsync(), Unique("nobody"));
        var dialog = await users.StartCreatingAsync();
        await users.Page.ShouldBeSoundAsync("new-user");

        await dialog.SendAsync(("Password", "too short"));
        await dialog.Field("Password").ShouldBeRefusedAsync("at least 10 characters");
        await users.Page.ShouldBeSoundAsync("new-user-refused");
    }

    [Fact]
    public async Task A_user()
    {
        var admin = await AdministratorAsync();
        var person = await Service.PersonAsync();
        var page = await UserPageAsync(admin, await IdAsync(person), person.Name);
        await Assertions.Expect(SessionTable.OfAnother(page.Page).Rows).ToHaveCountAsync(1);
        await page.Page.ShouldBeSoundAsync("user");

        await page.Button("Delete user").ClickAsync();
        await Assertions.Expect(AccountListPage.OfUsers(page.Page).DeleteDialog.Heading).ToBeVisibleAsync();
        await page.Page.ShouldBeSoundAsync("delete-user");
    }

    [Fact]
    public async Task A_page_for_administrators()
    {
        var page = new UiPage(await BrowserAsync(await Service.PersonAsync()));

        await page.OpenAsync(Service, "admin/users", "For administrators");

        await page.Page.ShouldBeSoundAsync("for-administrators");
    }
}

using System.Net;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Users;

public sealed class EditUserTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task A_new_name_and_address_are_saved()
    {
        var admin = await AdministratorAsync();
        var user = await UserAsync(admin, Unique("edited"));
        var page = await UserPageAsync(admin, user.Id, user.Username!);

        await page.Field("Name").FillAsync("Edith Edited");
        await page.Field("E-mail").FillAsync($"{user.Username}@example.org");
        await page.Button("Save").ClickAsync();

        await page.ShouldShowAsync("Saved.");
        await Assertions.Expect(page.Heading("Edith Edited")).ToBeVisibleAsync();
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Field("Name")).ToHaveValueAsync("Edith Edited");
        await Assertions.Expect(page.Field("E-mail")).ToHaveValueAsync($"{user.Username}@example.org");
    }

    [Fact]
    public async Task An_error_is_shown_at_its_field()
    {
        ExpectStatus(400);
        ExpectStatus(409);
        var admin = await AdministratorAsync();
        var other = await UserAsync(admin, Unique("other"), email: $"{Unique("other")}@example.org");
        var user = await UserAsync(admin, Unique("edited"), "Edith");
        var page = await UserPageAsync(admin, user.Id, "Edith");

        await SaveAsync(page, "Edith", other.Email!);
        await page.Field("E-mail").ShouldShowErrorAsync("already exists");

        await SaveAsync(page, "Edith", "no address");
        await page.Field("E-mail").ShouldShowErrorAsync("must be an e-mail address");

        await SaveAsync(page, "", "");
        await page.Field("Name").ShouldShowErrorAsync("cannot be removed");
        (await admin.Client.Users.GetAsync(user.Id, Cancel)).Email.ShouldBeNull();
    }

    [Fact]
    public async Task An_error_keeps_the_input()
    {
        ExpectStatus(503);
        var admin = await AdministratorAsync();
        var user = await UserAsync(admin, Unique("edited"), "Edith");
        var page = await UserPageAsync(admin, user.Id, "Edith");
        await page.Page.RouteAsync(OneUser, route => route.FulfillAsync(new() { Status = 503 }));
        await SaveAsync(page, "Edith Edited", "");
        await Assertions.Expect(page.Error).ToContainTextAsync("503");
        await Assertions.Expect(page.Field("Name")).ToHaveValueAsync("Edith Edited");

        await page.Page.UnrouteAllAsync();
        await page.Button("Save").ClickAsync();

        await Assertions.Expect(page.Heading("Edith Edited")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_role_determines_what_a_user_sees_and_can_do()
    {
        var admin = await AdministratorAsync();
        var user = await Service.CreateUserAsync();
        var page = await UserPageAsync(admin, await IdAsync(user), user.Name);
        var theirs = new UiPage(await BrowserAsync(user));

        await ChangeRoleAsync(page, "Admin");
        await theirs.OpenAsync(Service, "admin/users", "Users");
        await Assertions.Expect(theirs.MenuLink("Users")).ToBeVisibleAsync();
        await user.Client.Users.GetPageAsync(0, 10, Cancel);

        await ChangeRoleAsync(page, "Editor");
        await theirs.OpenAsync(Service, "admin/users", "For administrators");
        await Assertions.Expect(theirs.MenuLink("Users")).ToHaveCountAsync(0);
        var exception = await Should.ThrowAsync<UnleashPatException>(() => user.Client.Users.GetPageAsync(0, 10, Cancel));
        exception.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_administrator_who_gives_up_the_role_sees_no_administration()
    {
        var admin = await AdministratorAsync();
        var page = await UserPageAsync(admin, await IdAsync(admin), admin.Name);

        await page.Choice("Role").SelectOptionAsync("Viewer");
        await page.Button("Save").ClickAsync();

        await Assertions.Expect(page.AdministratorsOnly).ToBeVisibleAsync();
        await Assertions.Expect(page.MenuLink("Users")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_missing_user_is_reported()
    {
        ExpectStatus(404);
        var page = await UserPageAsync(await AdministratorAsync(), 999_999_999, "User");

        await Assertions.Expect(page.Button("Save")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Button("Delete user")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Error).ToContainTextAsync("This user does not exist");
        await Assertions.Expect(page.TryAgain).ToHaveCountAsync(0);
        await page.Link("Go to the users").ClickAsync();
        await Assertions.Expect(page.Heading("Users")).ToBeVisibleAsync();
    }

    private static async Task SaveAsync(UiPage page, string name, string email)
    {
        await page.Field("Name").FillAsync(name);
        await page.Field("E-mail").FillAsync(email);
        await page.Button("Save").ClickAsync();
    }

    private static async Task ChangeRoleAsync(UiPage page, string role)
    {
        await page.Page.ReloadAsync();
        await page.Choice("Role").SelectOptionAsync(role);
        await page.Button("Save").ClickAsync();
        await page.ShouldShowAsync("Saved.");
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Users;

public sealed class DeleteUserTests(TestRun run) : AdministrationTests(run)
{
    private const string FirstAdministrator = "admin";
    private const string LastAdministrator = "The last administrator cannot be deleted, demoted or switched off";

    [Fact]
    public async Task A_deleted_user_disappears_at_once_and_is_signed_out()
    {
        var admin = await AdministratorAsync();
        var user = await Service.CreateUserAsync();
        await UserAsync(admin, $"{user.Name}-other");
        var token = await user.CreateTokenAsync("laptop");
        var users = await UsersAsync(admin, user.Name);
        var held = await HeldRequests.HoldAsync(users.Page, OneUser, "DELETE");

        await (await users.StartDeletingAsync(user.Name)).Submit.ClickAsync();
        await users.ShouldListAsync($"{user.Name}-other");

        held.Release();
        await users.ShouldShowAsync($"Deleted “{user.Name}”.");
        await ShouldBeRejectedAsync(user.Client);
        await ShouldBeRejectedAsync(Service.WithToken(token.Secret));
        await users.OpenAsync(Service, $"?search={user.Name}");
        await users.ShouldListAsync($"{user.Name}-other");
    }

    [Fact]
    public async Task A_user_that_could_not_be_deleted_reappears()
    {
        Monitor.Expect("net::ERR_FAILED");
        var admin = await AdministratorAsync();
        var mark = Unique("stays");
        await UserAsync(admin, $"{mark}-1");
        await UserAsync(admin, $"{mark}-2");
        var users = await UsersAsync(admin, mark);
        await users.Page.RouteAsync(OneUser, route => route.AbortAsync());

        await (await users.StartDeletingAsync($"{mark}-1")).Submit.ClickAsync();

        await Assertions.Expect(users.Error).ToContainTextAsync($"“{mark}-1” was not deleted. The service cannot be reached.");
        await users.ShouldListAsync($"{mark}-1", $"{mark}-2");
    }

    [Fact]
    public async Task A_user_can_be_deleted_from_their_page()
    {
        var admin = await AdministratorAsync();
        var user = await UserAsync(admin, Unique("gone"));
        var page = await UserPageAsync(admin, user.Id, user.Username!);

        await page.Button("Delete user").ClickAsync();
        await AccountListPage.OfUsers(page.Page).DeleteDialog.Submit.ClickAsync();

        await Assertions.Expect(page.Heading("Users")).ToBeFocusedAsync();
        await page.ShouldShowAsync($"Deleted “{user.Username}”.");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("/admin/users$"));
        await Should.ThrowAsync<UnleashPatException>(() => admin.Client.Users.GetAsync(user.Id, Cancel));
    }

    [Fact]
    public async Task The_last_administrator_can_be_neither_deleted_nor_demoted()
    {
        ExpectStatus(403);
        await StartAsync();
        var admin = await AdministratorAsync();
        var id = await IdAsync(admin);
        var users = await UsersAsync(admin);
        await (await users.StartDeletingAsync(FirstAdministrator)).Submit.ClickAsync();
        await users.ShouldShowAsync($"Deleted “{FirstAdministrator}”.");

        await (await users.StartDeletingAsync(admin.Name)).Submit.ClickAsync();
        await Assertions.Expect(users.Error).ToContainTextAsync($"“{admin.Name}” was not deleted. {LastAdministrator}");
        await users.ShouldListAsync(admin.Name);

        await users.OpenAsync(Service, $"admin/users/{id}", admin.Name);
        await users.Choice("Role").SelectOptionAsync("Viewer");
        await users.Button("Save").ClickAsync();
        await Assertions.Expect(users.Error).ToContainTextAsync(LastAdministrator);
        (await admin.Client.Users.GetAsync(id, Cancel)).RootRole.ShouldBe(RootRole.Admin);
    }

    private static async Task ShouldBeRejectedAsync(IUnleashPatClient client)
    {
        var exception = await Should.ThrowAsync<UnleashPatException>(() => client.Account.GetAsync(Cancel));
        exception.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}

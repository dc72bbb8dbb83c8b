using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Users;

public sealed class CreateUserTests(TestRun run) : AdministrationTests(run)
{
    private const string Password = "a password of their own";

    [Fact]
    public async Task The_new_user_can_sign_in_and_has_the_role()
    {
        var name = Unique("newcomer");
        var users = await UsersAsync(await AdministratorAsync(), name);
        var dialog = await users.StartCreatingAsync();
        await dialog.Role.SelectOptionAsync("Admin");

        await dialog.SendAsync(("Username", name), ("E-mail", $"{name}@example.org"), ("Name", $"Nora {name}"), ("Password", Password));

        await users.ShouldShowAsync($"Created “Nora {name}”.");
        await users.ShouldListAsync($"Nora {name}");
        await Assertions.Expect(users.Row($"Nora {name}")).ToContainTextAsync("Admin");
        var theirs = new UiPage(await SignInAsync($"{name}@example.org", Password));
        await Assertions.Expect(theirs.MenuLink("Users")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_error_is_shown_at_its_field()
    {
        ExpectStatus(400);
        ExpectStatus(409);
        var admin = await AdministratorAsync();
        var taken = Unique("taken");
        await UserAsync(admin, taken, email: $"{taken}@example.org");
        var dialog = await (await UsersAsync(admin, taken)).StartCreatingAsync();

        await ShouldShowErrorAsync(dialog, ("", "", ""), "Username", "Enter a username or an e-mail address");
        await ShouldShowErrorAsync(dialog, (Unique("new"), "", "too short"), "Password", "at least 10 characters");
        await ShouldShowErrorAsync(dialog, (taken, "", ""), "Username", "already exists");
        await ShouldShowErrorAsync(dialog, (Unique("new"), "", "1234567890"), "Password", "most common passwords");
        await ShouldShowErrorAsync(dialog, ($" {Unique("new")}", "", ""), "Username", "white space");
        await ShouldShowErrorAsync(dialog, (Unique("new"), "no address", ""), "E-mail", "must be an e-mail address");
        await ShouldShowErrorAsync(dialog, ($"{taken}@example.org", "", ""), "Username", "already exists");
        await ShouldShowErrorAsync(dialog, ("", $"{taken}@example.org", ""), "E-mail", "already exists");
    }

    [Fact]
    public async Task A_lost_connection_keeps_the_input()
    {
        Monitor.Expect("net::ERR_INTERNET_DISCONNECTED");
        var name = Unique("offline");
        var users = await UsersAsync(await AdministratorAsync(), name);
        var dialog = await users.StartCreatingAsync();
        await users.Page.Context.SetOfflineAsync(true);
        await dialog.SendAsync(("Username", name), ("Password", Password));
        await Assertions.Expect(dialog.Error).ToContainTextAsync("cannot be reached");
        await Assertions.Expect(dialog.Field("Username")).ToHaveValueAsync(name);
        await Assertions.Expect(dialog.Field("Password")).ToHaveValueAsync(Password);

        await users.Page.Context.SetOfflineAsync(false);
        await dialog.Submit.ClickAsync();

        await users.ShouldListAsync(name);
    }

    [Fact]
    public async Task A_slow_network_does_not_create_a_second_user()
    {
        var name = Unique("slow");
        var users = await UsersAsync(await AdministratorAsync(), name);
        var dialog = await users.StartCreatingAsync();
        var held = await HeldRequests.HoldAsync(users.Page, Users, "POST");

        await dialog.SendAsync(("Username", name), ("Password", Password));

        await Assertions.Expect(users.Button("Creating…")).ToBeDisabledAsync();
        await dialog.Field("Username").PressAsync("Enter");
        held.Release();
        await users.ShouldListAsync(name);
        await Assertions.Expect(dialog.Heading).ToBeHiddenAsync();
    }

    private static async Task ShouldShowErrorAsync(
        FormDialogPage dialog, (string Username, string Email, string Password) user, string field, string text)
    {
        await dialog.SendAsync(("Username", user.Username), ("E-mail", user.Email), ("Name", "Nora"), ("Password", user.Password));

        await dialog.Field(field).ShouldShowErrorAsync(text);
        await Assertions.Expect(dialog.Field(field)).ToBeFocusedAsync();
        await Assertions.Expect(dialog.Field("Name")).ToHaveValueAsync("Nora");
    }
}

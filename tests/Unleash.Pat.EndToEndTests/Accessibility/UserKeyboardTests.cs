using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Accessibility;

public sealed class UserKeyboardTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task A_user_is_created_without_a_mouse()
    {
        var page = (await TokensAsync(await AdministratorAsync())).Page;
        var users = AccountListPage.OfUsers(page);
        var name = Unique("keyed");
        await page.FocusAndPressAsync(users.MenuLink("Users"));
        await Assertions.Expect(users.Heading("Users")).ToBeFocusedAsync();

        await page.FocusAndPressAsync(users.New);
        var dialog = users.CreateDialog;
        await Assertions.Expect(dialog.Field("Username")).ToBeFocusedAsync();
        await page.FocusAndTypeAsync(dialog.Field("Username"), name);
        await page.FocusAndTypeAsync(dialog.Role, "Edi");
        await page.FocusAndTypeAsync(dialog.Field("Password"), "a password of their own");
        await page.FocusAndPressAsync(dialog.Submit);
        await Assertions.Expect(dialog.Heading).ToBeHiddenAsync();
        await Assertions.Expect(users.New).ToBeFocusedAsync();

        await page.FocusAndTypeAsync(users.Search, name);
        await users.ShouldListAsync(name);
        await Assertions.Expect(users.Row(name)).ToContainTextAsync("Editor");
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Escape")]
    public async Task The_focus_returns_to_the_button_that_opened_a_dialog(string key)
    {
        var admin = await AdministratorAsync();
        var user = await UserAsync(admin, Unique("kept"));
        var users = await UsersAsync(admin, user.Username!);
        await LeaveAsync(users, users.New, users.CreateDialog, key);

        await LeaveAsync(users, users.Delete(user.Username!), users.DeleteDialog, key);

        await users.OpenAsync(Service, $"admin/users/{user.Id}", user.Username!);
        await LeaveAsync(users, users.Button("Delete user"), users.DeleteDialog, key);
    }

    [Fact]
    public async Task After_a_deletion_the_heading_has_the_focus()
    {
        var admin = await AdministratorAsync();
        var mark = Unique("gone");
        await UserAsync(admin, $"{mark}-1");
        await UserAsync(admin, $"{mark}-2");
        var users = await UsersAsync(admin, mark);

        await users.Page.FocusAndPressAsync(users.Delete($"{mark}-1"));
        await users.Page.FocusAndPressAsync(users.DeleteDialog.Submit);

        await users.ShouldListAsync($"{mark}-2");
        await Assertions.Expect(users.Heading("Users")).ToBeFocusedAsync();
    }

    private static async Task LeaveAsync(AccountListPage page, ILocator opener, FormDialogPage dialog, string key)
    {
        await page.Page.FocusAndPressAsync(opener);
        await Assertions.Expect(dialog.Heading).ToBeVisibleAsync();
        await page.Page.FocusWithTabAsync(dialog.Cancel);
        await page.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(dialog.Heading).ToBeHiddenAsync();
        await Assertions.Expect(opener).ToBeFocusedAsync();
    }
}

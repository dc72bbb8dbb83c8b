using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Authentication;

/// <summary>A session that ends while an administrator fills in a dialog.</summary>
public sealed class EndedSessionInDialogTests(TestRun run) : AdministrationTests(run)
{
    private readonly string _newcomer = Unique("newcomer");

    [Fact]
    public async Task The_user_is_created_after_signing_in_again()
    {
        var admin = await AdministratorAsync();
        var (users, dialog) = await EndSessionInDialogAsync(admin);

        await users.FillInAsync(admin.Name, "wrong password");
        await Assertions.Expect(users.SignInAgain.Error).ToContainTextAsync("password");
        await users.SignInAgainAsync(admin);

        await users.ShouldShowAsync($"Created “{_newcomer}”.");
        await users.ShouldListAsync(_newcomer);
        await Assertions.Expect(dialog.Heading).ToBeHiddenAsync();
    }

    [Fact]
    public async Task If_another_account_signs_in_nothing_is_created_and_the_page_reloads()
    {
        var other = await AdministratorAsync();
        var (users, dialog) = await EndSessionInDialogAsync(await AdministratorAsync());

        await users.SignInAgainAsync(other);

        await Assertions.Expect(users.Page.GetByRole(AriaRole.Banner)).ToContainTextAsync(other.Name);
        await users.ShouldShowAsync($"Nothing matches “{_newcomer}”.");
        await Assertions.Expect(dialog.Heading).ToBeHiddenAsync();
        (await other.Client.Users.GetPageAsync(0, 1000, Cancel)).Items.ShouldNotContain(user => user.Username == _newcomer);
    }

    [Fact]
    public async Task Not_now_keeps_the_input_and_explains_why_nothing_was_saved()
    {
        var admin = await AdministratorAsync();
        var (users, dialog) = await EndSessionInDialogAsync(admin);

        await users.Button("Not now").ClickAsync();

        await Assertions.Expect(dialog.Error).ToContainTextAsync("Your session has ended");
        await Assertions.Expect(dialog.Field("Username")).ToHaveValueAsync(_newcomer);
        await dialog.Submit.ClickAsync();
        await users.SignInAgainAsync(admin);
        await users.ShouldListAsync(_newcomer);
    }

    private async Task<(AccountListPage Users, FormDialogPage Dialog)> EndSessionInDialogAsync(TestUser admin)
    {
        var users = await UsersAsync(admin, _newcomer);
        var dialog = await users.StartCreatingAsync();
        await EndSessionAsync(admin);

        await dialog.SendAsync(("Username", _newcomer), ("Password", "a password of their own"));

        await Assertions.Expect(users.SignInAgain.Heading).ToBeVisibleAsync();
        await Assertions.Expect(dialog.Field("Username")).ToHaveValueAsync(_newcomer);
        return (users, dialog);
    }
}

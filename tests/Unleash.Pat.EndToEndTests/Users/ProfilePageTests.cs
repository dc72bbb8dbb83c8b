using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Users;

/// <summary>The user's own account and password.</summary>
public sealed class ProfilePageTests(TestRun run) : AdministrationTests(run)
{
    private const string NewPassword = "another horse battery";

    [Fact]
    public async Task It_shows_the_details_of_the_account()
    {
        var user = await Service.CreateUserAsync(RootRole.Editor);
        var address = $"{user.Name}@example.org";
        await (await AdministratorAsync()).Client.Users.UpdateAsync(
            await IdAsync(user), new UserUpdate { Name = "Ada Account", Email = address }, Cancel);

        var page = await AccountAsync(user);

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Term)).ToHaveTextAsync(["Name", "Username", "E-mail", "Member since", "Role"]);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Definition)).ToHaveTextAsync(["Ada Account", user.Name, address, "just now", "Editor"]);
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_this_one()
    {
        ExpectStatus(401);
        var user = await Service.CreateUserAsync();
        var other = await SignInAsync(user.Name, user.Password);
        var page = await AccountAsync(user);

        await ChangeAsync(page, user.Password, NewPassword, NewPassword);

        await page.ShouldShowAsync("Your password has been changed.");
        await Assertions.Expect(page.Field("Current password")).ToHaveValueAsync("");
        await Assertions.Expect(SessionTable.OfOwnAccount(page.Page).Rows).ToHaveCountAsync(1);
        await ShouldBeSignedOutAsync(other);
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Heading("Account")).ToBeVisibleAsync();
        await SignInAsync(user.Name, NewPassword);
    }

    [Fact]
    public async Task A_wrong_current_password_is_an_error_at_its_field_and_the_session_continues()
    {
        ExpectStatus(401);
        var user = await Service.CreateUserAsync();
        var page = await AccountAsync(user);

        await ChangeAsync(page, "not my password", NewPassword, NewPassword);

        await page.Field("Current password").ShouldShowErrorAsync("invalid");
        await Assertions.Expect(page.Field("New password")).ToHaveValueAsync(NewPassword);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Heading("Account")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_error_is_shown_at_its_field()
    {
        ExpectStatus(400);
        var user = await Service.CreateUserAsync();
        var page = await AccountAsync(user);

        await ChangeAsync(page, "", NewPassword, NewPassword);
        await ShouldShowErrorAsync(page, "Current password", "Enter your current password");
        await ChangeAsync(page, user.Password, "too short", "too short");
        await ShouldShowErrorAsync(page, "New password", "at least 10 characters");
        await ChangeAsync(page, user.Password, NewPassword, "another horse");
        await ShouldShowErrorAsync(page, "New password again", "The two passwords differ");
        await ChangeAsync(page, user.Password, "1234567890", "1234567890");
        await ShouldShowErrorAsync(page, "New password", "most common passwords");
    }

    private static async Task ShouldShowErrorAsync(UiPage page, string field, string text)
    {
        await page.Field(field).ShouldShowErrorAsync(text);
        await Assertions.Expect(page.Field(field)).ToBeFocusedAsync();
    }

    private static async Task ChangeAsync(UiPage page, string old, string password, string again)
    {
        await page.Field("Current password").FillAsync(old);
        await page.Field("New password").FillAsync(password);
        await page.Field("New password again").FillAsync(again);
        await page.Button("Change password").ClickAsync();
    }
}

using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Users;

/// <summary>An administrator sets a user's password and ends the user's sessions.</summary>
public sealed class UserPasswordTests(TestRun run) : AdministrationTests(run)
{
    private const string NewPassword = "another horse battery";

    [Fact]
    public async Task A_new_password_replaces_the_old_one_and_ends_the_sessions()
    {
        ExpectStatus(401);
        var admin = await AdministratorAsync();
        var user = await Service.CreateUserAsync();
        var page = await UserPageAsync(admin, await IdAsync(user), user.Name);
        var sessions = SessionTable.OfUser(page.Page);
        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(1);

        await SetAsync(page, NewPassword);

        await page.ShouldShowAsync("The password has been set.");
        await page.ShouldShowAsync("There are no sessions.");
        await Assertions.Expect(page.Field("New password")).ToHaveValueAsync("");
        await ShouldBeSignedOutAsync(await BrowserAsync(user));
        var signIn = new SignInPage(await BrowserAsync());
        await signIn.OpenAsync(Service);
        await signIn.SignInAsync(user.Name, user.Password);
        await Assertions.Expect(signIn.Error).ToBeVisibleAsync();
        await SignInAsync(user.Name, NewPassword);
    }

    [Fact]
    public async Task An_invalid_password_is_an_error_at_its_field()
    {
        ExpectStatus(400);
        var admin = await AdministratorAsync();
        var user = await Service.CreateUserAsync();
        var page = await UserPageAsync(admin, await IdAsync(user), user.Name);

        await SetAsync(page, "too short");
        await page.Field("New password").ShouldShowErrorAsync("at least 10 characters");
        await Assertions.Expect(page.Field("New password")).ToBeFocusedAsync();

        await SetAsync(page, "1234567890");
        await page.Field("New password").ShouldShowErrorAsync("most common passwords");
        await user.Client.Account.GetAsync(Cancel);
    }

    [Fact]
    public async Task One_session_of_the_user_can_be_ended()
    {
        var admin = await AdministratorAsync();
        var user = await Service.CreateUserAsync();
        var theirs = await SignInAsync(user.Name, user.Password);
        var sessions = SessionTable.OfUser((await UserPageAsync(admin, await IdAsync(user), user.Name)).Page);
        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(2);

        await sessions.EndAsync("Chrome on Linux");

        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(1);
        await Assertions.Expect(sessions.Row(SessionTable.ClientUserAgent)).ToBeVisibleAsync();
        await ShouldBeSignedOutAsync(theirs);
        await user.Client.Account.GetAsync(Cancel);
    }

    [Fact]
    public async Task All_sessions_of_the_user_can_be_ended()
    {
        var admin = await AdministratorAsync();
        var user = await Service.CreateUserAsync();
        var page = await UserPageAsync(admin, await IdAsync(user), user.Name);

        await SessionTable.OfUser(page.Page).EndAllAsync();

        await page.ShouldShowAsync("There are no sessions.");
        await ShouldBeSignedOutAsync(await BrowserAsync(user));
        await admin.Client.Account.GetAsync(Cancel);
    }

    private static async Task SetAsync(UiPage page, string password)
    {
        await page.Field("New password").FillAsync(password);
        await page.Button("Set password").ClickAsync();
    }
}

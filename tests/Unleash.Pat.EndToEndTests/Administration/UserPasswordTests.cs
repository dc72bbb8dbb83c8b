using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Administration;

/// <summary>A user's password and sessions in the hands of an administrator.</summary>
public sealed class UserPasswordTests(TestRun run) : AdministrationTests(run)
{
    private const string NewPassword = "another horse battery";

    [Fact]
    public async Task A_password_that_is_set_replaces_the_old_one_and_ends_the_sessions()
    {
        ExpectStatus(401);
        var admin = await AdministratorAsync();
        var person = await Service.PersonAsync();
        var page = await UserPageAsync(admin, await IdAsync(person), person.Name);
        var sessions = SessionTable.OfAnother(page.Page);
        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(1);

        await SetAsync(page, NewPassword);

        await page.ShouldTellAsync("The password has been set.");
        await page.ShouldTellAsync("There are no sessions.");
        await Assertions.Expect(page.Field("New password")).ToHaveValueAsync("");
        await ShouldBeSignedOutAsync(await BrowserAsync(person));
        var signIn = new SignInPage(await BrowserAsync());
        await signIn.OpenAsync(Service);
        await signIn.SignInAsync(person.Name, person.Password);
        await Assertions.Expect(signIn.Problem).ToBeVisibleAsync();
        await SignInAsync(person.Name, NewPassword);
    }

    [Fact]
    public async Task A_refused_password_is_told_at_its_field()
    {
        ExpectStatus(400);
        var admin = await AdministratorAsync();
        var person = await Service.PersonAsync();
        var page = await UserPageAsync(admin, await IdAsync(person), person.Name);

        await SetAsync(page, "too short");
        await page.Field("New password").ShouldBeRefusedAsync("at least 10 characters");
        await Assertions.Expect(page.Field("New password")).ToBeFocusedAsync();

        await SetAsync(page, "1234567890");
        await page.Field("New password").ShouldBeRefusedAsync("most common passwords");
        await person.Client.Account.GetAsync(Cancel);
    }

    [Fact]
    public async Task A_session_of_theirs_can_be_ended()
    {
        var admin = await AdministratorAsync();
        var person = await Service.PersonAsync();
        var theirs = await SignInAsync(person.Name, person.Password);
        var sessions = SessionTable.OfAnother((await UserPageAsync(admin, await IdAsync(person), person.Name)).Page);
        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(2);

        await sessions.EndAsync("Chrome on Linux");

        await Assertions.Expect(sessions.Rows).ToHaveCountAsync(1);
        await Assertions.Expect(sessions.Row(SessionTable.OfNoBrowser)).ToBeVisibleAsync();
        await ShouldBeSignedOutAsync(theirs);
        await person.Client.Account.GetAsync(Cancel);
    }

    [Fact]
    public async Task All_sessions_of_theirs_can_be_ended()
    {
        var admin = await AdministratorAsync();
        var person = await Service.PersonAsync();
        var page = await UserPageAsync(admin, await IdAsync(person), person.Name);

        await SessionTable.OfAnother(page.Page).EndAllAsync();

        await page.ShouldTellAsync("There are no sessions.");
        await ShouldBeSignedOutAsync(await BrowserAsync(person));
        await admin.Client.Account.GetAsync(Cancel);
    }

    private static async Task SetAsync(UiPage page, string password)
    {
        await page.Field("New password").FillAsync(password);
        await page.Button("Set password").ClickAsync();
    }
}

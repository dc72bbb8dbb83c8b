using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Administration;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Account;

/// <summary>One's own account: what is known of it, and its password.</summary>
public sealed class AccountPageTests(TestRun run) : AdministrationTests(run)
{
    private const string NewPassword = "another horse battery";

    [Fact]
    public async Task It_tells_what_is_known_of_the_account()
    {
        var person = await Service.PersonAsync(RootRole.Editor);
        var address = $"{person.Name}@example.org";
        await (await AdministratorAsync()).Client.Users.UpdateAsync(
            await IdAsync(person), new UserUpdate { Name = "Ada Account", Email = address }, Cancel);

        var page = await AccountAsync(person);

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Term)).ToHaveTextAsync(["Name", "Username", "E-mail", "Member since", "Role"]);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Definition)).ToHaveTextAsync(["Ada Account", person.Name, address, "just now", "Editor"]);
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_this_one()
    {
        ExpectStatus(401);
        var person = await Service.PersonAsync();
        var other = await SignInAsync(person.Name, person.Password);
        var page = await AccountAsync(person);

        await ChangeAsync(page, person.Password, NewPassword, NewPassword);

        await page.ShouldTellAsync("Your password has been changed.");
        await Assertions.Expect(page.Field("Current password")).ToHaveValueAsync("");
        await Assertions.Expect(SessionTable.OfOneself(page.Page).Rows).ToHaveCountAsync(1);
        await ShouldBeSignedOutAsync(other);
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Heading("Account")).ToBeVisibleAsync();
        await SignInAsync(person.Name, NewPassword);
    }

    [Fact]
    public async Task A_wrong_current_password_is_told_at_its_field_and_costs_no_session()
    {
        ExpectStatus(401);
        var person = await Service.PersonAsync();
        var page = await AccountAsync(person);

        await ChangeAsync(page, "not my password", NewPassword, NewPassword);

        await page.Field("Current password").ShouldBeRefusedAsync("invalid");
        await Assertions.Expect(page.Field("New password")).ToHaveValueAsync(NewPassword);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Heading("Account")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field()
    {
        ExpectStatus(400);
        var person = await Service.PersonAsync();
        var page = await AccountAsync(person);

        await ChangeAsync(page, "", NewPassword, NewPassword);
        await ShouldRefuseAsync(page, "Current password", "Enter your current password");
        await ChangeAsync(page, person.Password, "too short", "too short");
        await ShouldRefuseAsync(page, "New password", "at least 10 characters");
        await ChangeAsync(page, person.Password, NewPassword, "another horse");
        await ShouldRefuseAsync(page, "New password again", "The two passwords differ");
        await ChangeAsync(page, person.Password, "1234567890", "1234567890");
        await ShouldRefuseAsync(page, "New password", "most common passwords");
    }

    private static async Task ShouldRefuseAsync(UiPage page, string field, string words)
    {
        await page.Field(field).ShouldBeRefusedAsync(words);
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

using Bunit;
using Moq;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.AdminUi.Users;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Users;

public class ProfilePageTests : ComponentTests
{
    private const string Password = "correct horse battery";

    private PasswordChange? _sent;

    public ProfilePageTests()
    {
        Client.Setup(client => client.Account.GetProfileAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Client.Profile { RootRole = new Role { Id = RootRole.Editor, Name = "Editor" }, CanChangePassword = true });
        Client.Setup(client => client.Account.ChangePasswordAsync(It.IsAny<PasswordChange>(), It.IsAny<CancellationToken>()))
            .Callback<PasswordChange, CancellationToken>((change, _) => _sent = change)
            .Returns(Task.CompletedTask);
        Answer(Begun(1, "curl/8.5.0", isCurrent: true), Begun(2, "Terraform/1.9"));
    }

    [Fact]
    public async Task Known_details_are_shown_and_missing_ones_are_left_out()
    {
        var page = await ShowAsync();

        page.FindAll("dt").Select(term => term.Text()).ShouldBe(["Username", "Member since", "Role"]);
        page.FindAll("dd")[0].Text().ShouldBe("anna");
        page.FindAll("dd")[2].Text().ShouldBe("Editor");
    }

    [Fact]
    public async Task A_user_without_a_password_is_not_asked_for_one()
    {
        Client.Setup(client => client.Account.GetProfileAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Client.Profile { RootRole = new Role { Name = "Editor" }, CanChangePassword = false });

        var page = await ShowAsync();

        page.FindAll("#old-password").ShouldBeEmpty();
        page.VisibleText().ShouldContain("Your account has no password. An administrator can create a link with which you set one.");
    }

    [Fact]
    public async Task Where_no_passwords_are_used_there_is_no_form_for_one()
    {
        (Config.DisablePasswordAuth, Config.SignInProvider) = (true, "Contoso");

        var page = await ShowAsync();

        page.VisibleText().ShouldNotContain("password");
    }

    [Fact]
    public async Task The_form_for_a_password_waits_for_the_profile()
    {
        var profile = new TaskCompletionSource<Client.Profile>();
        Client.Setup(client => client.Account.GetProfileAsync(It.IsAny<CancellationToken>())).Returns(profile.Task);
        var page = await ShowAsync();

        page.FindAll("#old-password").ShouldBeEmpty();
        await page.InvokeAsync(() => profile.SetResult(new Client.Profile { RootRole = new Role { Name = "Editor" }, CanChangePassword = true }));

        page.WaitForAssertion(() => page.FindAll("#old-password").Count.ShouldBe(1));
    }

    [Fact]
    public async Task The_current_session_is_marked()
    {
        var page = await ShowAsync();

        page.FindAll("td[data-label=Browser]").Select(cell => cell.Text()).ShouldBe(["curl this one", "Terraform/1.9"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", Password, Password, "old-password", "Enter your current password.")]
    [InlineData("old", "short", "short", "new-password", "at least 10 characters")]
    [InlineData("old", Password, "another", "confirm-password", "The two passwords differ.")]
    public async Task Invalid_input_is_not_sent(string old, string password, string again, string field, string text)
    {
        var page = await ShowAsync();

        await ChangeAsync(page, old, password, again);

        page.Find($"#{field}-error").Text().ShouldContain(text);
        _sent.ShouldBeNull();
    }

    [Fact]
    public async Task A_changed_password_is_announced_and_the_sessions_are_loaded_again()
    {
        var page = await ShowAsync();
        Answer(Begun(1, "curl/8.5.0", isCurrent: true));

        await ChangeAsync(page, "old", Password, Password);

        page.WaitForAssertion(() => page.FindAll("td[data-label=Browser]").Count.ShouldBe(1));
        page.VisibleText().ShouldContain("Your password has been changed.");
        _sent.ShouldNotBeNull();
        (_sent.OldPassword, _sent.Password, _sent.ConfirmPassword).ShouldBe(("old", Password, Password));
        page.Find("#old-password").GetAttribute("value").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Ending_the_current_session_leads_to_the_sign_in_page()
    {
        var page = await ShowAsync();
        page.Button("End the session of curl").Click();
        page.WaitForElement("[role=dialog]").Text().ShouldContain("you are signed out here at once");

        page.Button("End session").Click();

        page.WaitForAssertion(() => Address.ShouldBe("signed-out"));
        Client.Verify(client => client.Sessions.EndAsync(1, It.IsAny<CancellationToken>()));
    }

    private static Session Begun(long id, string userAgent, bool isCurrent = false) =>
        new() { Id = id, UserAgent = userAgent, Current = isCurrent, CreatedAt = TestTime.Now, LastUsedAt = TestTime.Now, ExpiresAt = TestTime.Now.AddHours(1) };

    private static async Task ChangeAsync(IRenderedComponent<Shell> page, string old, string password, string again)
    {
        page.Find("#old-password").Input(old);
        page.Find("#new-password").Input(password);
        page.Find("#confirm-password").Input(again);
        await page.Find("#change-password").SubmitAsync();
    }

    private void Answer(params Session[] sessions) =>
        Client.Setup(client => client.Sessions.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(sessions);

    private async Task<IRenderedComponent<Shell>> ShowAsync()
    {
        await BeginSessionAsync();
        return Show<ProfilePage>();
    }
}

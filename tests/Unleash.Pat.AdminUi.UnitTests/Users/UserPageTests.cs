using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.AdminUi.Users;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Users;

public class UserPageTests : ComponentTests
{
    private UserUpdate? _sent;
    private InventoryFilter? _filter;

    public UserPageTests()
    {
        Me.Permissions = [new GrantedPermission { Permission = "ADMIN" }];
        Client.Setup(client => client.Roles.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([]);
        Client.Setup(client => client.Users.ListSessionsAsync(It.IsAny<long>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        Client.Setup(client => client.Users.GetAsync(It.IsAny<long>(), It.IsAny<CancellationToken>())).ReturnsAsync((long id, CancellationToken _) => User(id, null));
        Client.Setup(client => client.Users.UpdateAsync(It.IsAny<long>(), It.IsAny<UserUpdate>(), It.IsAny<CancellationToken>()))
            .Callback<long, UserUpdate, CancellationToken>((_, update, _) => _sent = update)
            .ReturnsAsync((long id, UserUpdate update, CancellationToken _) => User(id, update.Enabled is false ? false : null));
        Client.Setup(client => client.Inventory.GetPageAsync(
                It.IsAny<InventoryFilter?>(), It.IsAny<InventorySort>(), It.IsAny<bool>(), It.IsAny<int>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .Callback<InventoryFilter?, InventorySort, bool, int, string?, CancellationToken>((filter, _, _, _, _, _) => _filter = filter)
            .ReturnsAsync(new InventoryCursorPage(
                [new InventoryToken { Id = 9, Description = "laptop", ExpiresAt = TestTime.Now.AddDays(1), Owner = new TokenHolder() }], 1, null));
    }

    [Fact]
    public async Task Where_no_passwords_are_used_none_can_be_set()
    {
        (Config.DisablePasswordAuth, Config.SignInProvider) = (true, "Contoso");

        var page = await ShowAsync(2);

        page.VisibleText().ShouldNotContain("password");
        page.HasButton("Create a link").ShouldBeFalse();
    }

    [Fact]
    public async Task An_administrator_sees_the_users_tokens_without_issuing_any()
    {
        var page = await ShowAsync(2);

        _filter.ShouldNotBeNull().UserId.ShouldBe(2);
        page.HasButton("Delete laptop").ShouldBeTrue();
        page.HasButton("Switch off laptop").ShouldBeTrue();
        page.HasButton("Rotate laptop").ShouldBeFalse();
        page.HasButton("New token").ShouldBeFalse();
    }

    [Fact]
    public async Task A_user_is_switched_off_after_a_confirmation_and_on_again()
    {
        var page = await ShowAsync(2);

        await SwitchOffAsync(page);

        page.WaitForAssertion(() => page.VisibleText().ShouldContain("Switched off “Bert”."));
        (_sent?.Enabled, _sent?.Name, _sent?.Email, _sent?.RootRole).ShouldBe((false, null, null, null));
        page.Find("dl").Text().ShouldContain("switched off");
        page.Button("Switch on").Click();
        page.WaitForAssertion(() => page.VisibleText().ShouldContain("Switched on “Bert”."));
        _sent.ShouldNotBeNull().Enabled.ShouldBe(true);
    }

    [Fact]
    public async Task The_reason_of_a_refusal_is_shown()
    {
        Client.Setup(client => client.Users.UpdateAsync(It.IsAny<long>(), It.IsAny<UserUpdate>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(TestErrors.Create(403, "OperationDeniedError", "The last administrator cannot be switched off."));
        var page = await ShowAsync(2);

        await SwitchOffAsync(page);

        page.WaitForAssertion(() => page.Alert().ShouldBe("“Bert” was not switched off. The last administrator cannot be switched off."));
        page.HasButton("Switch off").ShouldBeTrue();
    }

    [Fact]
    public async Task Administrators_who_switch_themselves_off_are_signed_out()
    {
        var page = await ShowAsync(1);

        await SwitchOffAsync(page);

        page.WaitForAssertion(() => Address.ShouldBe("signed-out"));
        Session.Me.ShouldBeNull();
    }

    [Fact]
    public async Task A_user_without_a_password_gets_a_link_first()
    {
        var invited = User(2, null);
        invited.HasPassword = false;
        Client.Setup(client => client.Users.GetAsync(2, It.IsAny<CancellationToken>())).ReturnsAsync(invited);
        Client.Setup(client => client.Users.CreatePasswordLinkAsync(2, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new PasswordLink { Link = "http://localhost/new-user?token=abc" });
        var page = await ShowAsync(2);

        page.Find("dl").Text().ShouldContain("no password");
        page.VisibleText().ShouldContain("This user has no password, and cannot sign in. Create a link with which the user sets one, and send it to the user.");
        page.Button("Create a link").ClassList.ShouldContain("mud-button-filled-primary");
        page.Button("Create a link").Click();
        page.WaitForElement("code.secret").TextContent.ShouldBe("http://localhost/new-user?token=abc");
        page.CloseUncopied();

        page.Find("#new-password").Input("correct horse battery");
        await page.FindAll("form").Single(form => form.Id == "set-password").SubmitAsync();
        page.WaitForAssertion(() => page.Find("dl").Text().ShouldNotContain("no password"));
    }

    [Fact]
    public async Task The_page_cannot_be_left_while_a_link_is_created()
    {
        var link = new TaskCompletionSource<PasswordLink>();
        Client.Setup(client => client.Users.CreatePasswordLinkAsync(2, It.IsAny<CancellationToken>())).Returns(link.Task);
        var page = await ShowAsync(2);
        var pending = Services.GetRequiredService<PendingForms>();

        var click = page.Button("Create a link").ClickAsync(new());
        pending.IsAny.ShouldBeTrue();
        await page.InvokeAsync(() => link.SetResult(new PasswordLink { Link = "http://localhost/reset-password?token=abc" }));

        page.WaitForElement("code.secret");
        pending.IsAny.ShouldBeFalse();
        page.CloseUncopied();
        await click;
    }

    private static User User(long id, bool? enabled) => new() { Id = id, Username = "bert", Name = "Bert", RootRole = RootRole.Viewer, CreatedAt = TestTime.Now, Enabled = enabled };

    private static async Task SwitchOffAsync(IRenderedComponent<Shell> page)
    {
        page.Button("Switch off").Click();
        page.WaitForElement("[role=dialog]").Text().ShouldContain("“Bert” cannot sign in, and is signed out everywhere.");
        await page.FindAll("[role=dialog] button").Single(button => button.Text() == "Switch off").ClickAsync(new());
    }

    private async Task<IRenderedComponent<Shell>> ShowAsync(long id)
    {
        await BeginSessionAsync();
        return Show<UserPage>(page => page.Add(it => it.Id, id));
    }
}

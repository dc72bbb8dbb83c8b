using Bunit;
using Moq;
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
    public async Task An_administrator_sees_the_users_tokens_without_issuing_any()
    {
        var page = await ShowAsync(2);

        _filter?.UserId.ShouldBe(2);
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
        _sent?.Enabled.ShouldBe(true);
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

        page.WaitForAssertion(() => Address.ShouldBe("login"));
        Session.Me.ShouldBeNull();
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

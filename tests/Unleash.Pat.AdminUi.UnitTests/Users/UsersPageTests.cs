using Bunit;
using Moq;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.AdminUi.Users;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Users;

public class UsersPageTests : ComponentTests
{
    private const string Link = "http://localhost/new-user?token=abc";

    public UsersPageTests()
    {
        Me.Permissions = [new GrantedPermission { Permission = "ADMIN" }];
        Client.Setup(client => client.Roles.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([]);
        Answer(User(1, "anna", "Anna"), User(2, "bert"), User(3, "carl", "Carl"));
    }

    [Fact]
    public async Task Each_has_its_name_or_else_its_username()
    {
        var page = await ShowAsync();

        Names(page).ShouldBe(["Anna", "bert", "Carl"]);
        page.FindAll("td[data-label=Role]").Select(cell => cell.Text()).ShouldAllBe(role => role == "Viewer");
        page.Find("td[data-label=Name] a").GetAttribute("href").ShouldBe("admin/users/1");
    }

    [Fact]
    public async Task An_error_can_be_retried_if_the_users_cannot_be_loaded()
    {
        Client.Setup(client => client.Users.ListAsync(It.IsAny<CancellationToken>())).Throws(new HttpRequestException());
        var page = await ShowAsync();
        page.Alert().ShouldContain("Could not load the users");
        page.FindAll("table").ShouldBeEmpty();
        page.Button("New user").HasAttribute("disabled").ShouldBeTrue();

        Answer(User(1, "anna"));
        page.Button("Try again").Click();

        page.WaitForAssertion(() => Names(page).ShouldBe(["anna"]));
        page.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_user_is_sent_as_entered_and_joins_the_list()
    {
        NewUser? sent = null;
        Client.Setup(client => client.Users.CreateAsync(It.IsAny<NewUser>(), It.IsAny<CancellationToken>()))
            .Callback<NewUser, CancellationToken>((user, _) => sent = user)
            .ReturnsAsync(new User { Id = 4, Username = "dora", RootRole = RootRole.Viewer });
        var page = await CreateAsync("dora", "");

        page.WaitForAssertion(() => Names(page).ShouldBe(["Anna", "bert", "Carl", "dora"]));
        sent.ShouldNotBeNull();
        (sent.Username, sent.Email, sent.Name, sent.Password, sent.RootRole).ShouldBe(("dora", null, null, null, RootRole.Viewer));
        page.VisibleText().ShouldContain("Created “dora”.");
    }

    [Fact]
    public async Task Users_without_a_password_are_marked()
    {
        Answer(User(1, "anna"), new User { Id = 2, Username = "bert", HasPassword = false, CreatedAt = TestTime.Now });

        var page = await ShowAsync();

        Names(page).ShouldBe(["anna", "bertno password"]);
        page.Find("td .chip").GetAttribute("title").ShouldBe("There is no password yet. Create a link on the user's page, and send it to the user.");
    }

    [Fact]
    public async Task An_invitation_is_copied_or_written_into_a_mail()
    {
        Client.Setup(client => client.Users.CreateAsync(It.IsAny<NewUser>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new User { Id = 4, Username = "dora", Email = "dora@example.org", InviteLink = Link });
        var page = await CreateAsync("dora", "");

        page.WaitForElement("code.secret").TextContent.ShouldBe(Link);
        page.HasButton("Copy link").ShouldBeTrue();
        var mail = page.Find("a[href^='mailto:']");
        mail.GetAttribute("href")!.ShouldStartWith("mailto:dora@example.org?subject=Set%20your%20password%20for%20Unleash.Pat&body=");
        mail.GetAttribute("href")!.ShouldContain(Uri.EscapeDataString(Link));
        mail.Click();
        page.DialogButton("Close").Click();
        page.WaitForState(() => !page.HasDialog());
        page.Markup.ShouldNotContain(Link);
    }

    [Fact]
    public async Task Neither_a_user_without_a_name_nor_a_short_password_is_sent()
    {
        var page = await CreateAsync("", "short");

        page.Find("#username-error").Text().ShouldContain("Enter a username or an e-mail address.");
        page.Find("#new-password-error").Text().ShouldContain("at least 10 characters");
        Client.Verify(client => client.Users.CreateAsync(It.IsAny<NewUser>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task An_error_is_shown_at_its_field_and_keeps_the_input()
    {
        Client.Setup(client => client.Users.CreateAsync(It.IsAny<NewUser>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(TestErrors.Create(400, UnleashPatErrors.BadData, TestErrors.Detail("Not that one.", "/body/password")));

        var page = await CreateAsync("dora", "long enough");

        page.WaitForAssertion(() => page.Find("#new-password-error").Text().ShouldContain("Not that one."));
        page.Find("#username").GetAttribute("value").ShouldBe("dora");
        Names(page).ShouldBe(["Anna", "bert", "Carl"]);
    }

    private static User User(long id, string username, string? name = null) =>
        new() { Id = id, Username = username, Name = name, RootRole = RootRole.Viewer, CreatedAt = TestTime.Now };

    private static IEnumerable<string> Names(IRenderedComponent<Shell> page) => page.FindAll("td[data-label=Name]").Select(cell => cell.Text());

    private void Answer(params User[] users) =>
        Client.Setup(client => client.Users.ListAsync(It.IsAny<CancellationToken>()))
            .Returns(users.ToAsyncEnumerable());

    private async Task<IRenderedComponent<Shell>> ShowAsync()
    {
        await BeginSessionAsync();
        return Show<UsersPage>();
    }

    private async Task<IRenderedComponent<Shell>> CreateAsync(string username, string password)
    {
        var page = await ShowAsync();
        page.Button("New user").Click();
        page.WaitForElement("[role=dialog]");
        page.Find("#username").Input(username);
        page.Find("#new-password").Input(password);
        await page.Find("[role=dialog] form").SubmitAsync();
        return page;
    }
}

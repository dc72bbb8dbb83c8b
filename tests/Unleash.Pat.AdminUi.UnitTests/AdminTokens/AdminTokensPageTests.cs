using Bunit;
using Moq;
using Unleash.Pat.AdminUi.AdminTokens;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.AdminTokens;

public class AdminTokensPageTests : ComponentTests
{
    private const string Secret = "*:*.abc_DEF";

    private NewAdminToken? _sent;

    public AdminTokensPageTests()
    {
        Me.Permissions = [new GrantedPermission { Permission = "ADMIN" }];
        Client.Setup(client => client.AdminTokens.CreateAsync(It.IsAny<NewAdminToken>(), It.IsAny<CancellationToken>()))
            .Callback<NewAdminToken, CancellationToken>((token, _) => _sent = token)
            .ReturnsAsync(new IssuedAdminToken { Id = 7, TokenName = "deploy", CreatedAt = TestTime.Now, ExpiresAt = TestTime.Now.AddDays(30), Secret = Secret });
        Client.Setup(client => client.AdminTokens.TakeOverAsync(It.IsAny<long>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((long id, CancellationToken _) => Token(id, "nightly", 1));
        Answer(new AdminToken { TokenName = "set up", Configured = true }, Token(2, "nightly", 5), Token(3, "mine", 1));
    }

    [Fact]
    public async Task The_page_advises_service_accounts_and_leaves_the_configurations_tokens_alone()
    {
        var page = await ShowAsync();

        page.Find(".purpose a").GetAttribute("href").ShouldBe("admin/service-accounts");
        Names(page).ShouldBe(["mine", "nightly", "set up"], ignoreOrder: true);
        page.FindAll("td.actions button").Select(button => button.GetAttribute("aria-label"))
            .ShouldBe(["Take over nightly", "Delete nightly", "Delete mine"], ignoreOrder: true);
        page.VisibleText().ShouldContain("The configuration");
    }

    [Fact]
    public async Task A_new_token_is_sent_as_entered_and_shows_its_secret_once()
    {
        var page = await CreateAsync("deploy");

        (_sent?.TokenName, _sent?.ExpiresAt).ShouldBe(("deploy", null));
        page.WaitForElement("code.secret").TextContent.ShouldBe(Secret);
        page.Find(".sample").TextContent.ShouldContain("/api/admin/api-tokens'");
        page.CloseUncopied();
        page.WaitForState(() => !page.HasDialog());
        page.Markup.ShouldNotContain(Secret);
        Names(page).ShouldContain("deploy");
        page.VisibleText().ShouldContain("Created “deploy”.");
    }

    [Fact]
    public async Task A_token_without_a_name_is_not_sent()
    {
        var page = await CreateAsync(" ");

        page.Find("#token-name-error").Text().ShouldContain("Enter a name.");
        _sent.ShouldBeNull();
    }

    [Fact]
    public async Task A_token_is_taken_over_and_deleted_after_a_confirmation()
    {
        var page = await ShowAsync();

        page.Button("Take over nightly").Click();
        page.WaitForElement("[role=dialog]");
        await page.Button("Take over").ClickAsync(new());
        page.WaitForAssertion(() => page.VisibleText().ShouldContain("Took over “nightly”."));
        page.HasButton("Take over nightly").ShouldBeFalse();

        page.Button("Delete nightly").Click();
        page.WaitForElement("[role=dialog]");
        await page.Button("Delete admin token").ClickAsync(new());
        page.WaitForAssertion(() => Names(page).ShouldBe(["mine", "set up"], ignoreOrder: true));
        Client.Verify(client => client.AdminTokens.RevokeAsync(2, It.IsAny<CancellationToken>()), Times.Once);
    }

    private static AdminToken Token(long id, string name, long owner) => new()
    {
        Id = id,
        TokenName = name,
        CreatedAt = TestTime.Now,
        ExpiresAt = TestTime.Now.AddDays(1),
        CreatedBy = new AdminTokenCreator { Id = owner, Username = $"admin-{owner}" },
    };

    private static IEnumerable<string> Names(IRenderedComponent<Shell> page) => page.FindAll("td[data-label=Name]").Select(cell => cell.Text());

    private void Answer(params AdminToken[] tokens) =>
        Client.Setup(client => client.AdminTokens.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(tokens);

    private async Task<IRenderedComponent<Shell>> ShowAsync()
    {
        await BeginSessionAsync();
        return Show<AdminTokensPage>();
    }

    private async Task<IRenderedComponent<Shell>> CreateAsync(string name)
    {
        var page = await ShowAsync();
        page.Button("New admin token").Click();
        page.WaitForElement("#token-name").Input(name);
        await page.Find("[role=dialog] form").SubmitAsync();
        return page;
    }
}

using Bunit;
using Moq;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Inventory;

public class InventoryActionTests : AllTokensPageTests
{
    private const long Matched = 12;

    private long? _expected;

    public InventoryActionTests()
    {
        Client.Setup(client => client.Inventory.PreviewRevocationAsync(It.IsAny<InventoryFilter>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new RevokedTokens { Matched = Matched, Sample = [Token(1, "laptop"), Token(2, "deploy")] });
        Client.Setup(client => client.Inventory.RevokeMatchingAsync(It.IsAny<InventoryFilter>(), It.IsAny<long>(), It.IsAny<CancellationToken>()))
            .Callback<InventoryFilter, long, CancellationToken>((_, expected, _) => _expected = expected)
            .ReturnsAsync(new RevokedTokens { Matched = Matched, Revoked = Matched });
    }

    [Fact]
    public async Task Without_a_filter_there_is_no_bulk_revocation() => (await ShowAsync()).HasButton("Revoke these…").ShouldBeFalse();

    [Fact]
    public async Task A_bulk_revocation_shows_what_it_revokes_and_needs_the_number()
    {
        var page = await OpenAsync();
        page.Find("[role=dialog] .confirm").Text().ShouldBe("12 tokens stop working at once. This cannot be undone.");
        page.FindAll(".sample-list li").Select(item => item.Text()).ShouldBe(["laptop of Owner 1", "deploy of Owner 2"]);
        page.Find("[role=dialog]").Text().ShouldContain("and 10 more tokens");
        page.Button("Revoke 12 tokens").HasAttribute("disabled").ShouldBeTrue();

        page.Find("#number").Input("11");
        page.Button("Revoke 12 tokens").HasAttribute("disabled").ShouldBeTrue();
        await page.Find("[role=dialog] form").SubmitAsync();
        _expected.ShouldBeNull();

        page.Find("#number").Input("12");
        page.Button("Revoke 12 tokens").HasAttribute("disabled").ShouldBeFalse();
        await page.Find("[role=dialog] form").SubmitAsync();

        page.WaitForAssertion(() => page.VisibleText().ShouldContain("Revoked 12 tokens."));
        _expected.ShouldBe(Matched);
        page.WaitForState(() => Asked.Count == 2);
    }

    [Fact]
    public async Task If_the_number_has_changed_nothing_is_revoked_and_it_is_asked_again()
    {
        Client.Setup(client => client.Inventory.RevokeMatchingAsync(It.IsAny<InventoryFilter>(), It.IsAny<long>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(TestErrors.Create(409, "ConflictError", "Another number of tokens matches."));
        var page = await OpenAsync();
        page.Find("#number").Input("12");
        Client.Setup(client => client.Inventory.PreviewRevocationAsync(It.IsAny<InventoryFilter>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new RevokedTokens { Matched = 1, Sample = [Token(1, "laptop")] });

        await page.Find("[role=dialog] form").SubmitAsync();

        page.WaitForAssertion(() => page.Button("Revoke 1 token").HasAttribute("disabled").ShouldBeTrue());
        page.Alert().ShouldContain("Another number of tokens matches.");
        page.Find("[role=dialog] .confirm").Text().ShouldBe("1 token stops working at once. This cannot be undone.");
    }

    [Fact]
    public async Task A_token_of_any_account_is_switched_off()
    {
        var changed = Token(1, "laptop");
        changed.Enabled = false;
        PersonalAccessTokenUpdate? sent = null;
        Client.Setup(client => client.Inventory.UpdateAsync(1, It.IsAny<PersonalAccessTokenUpdate>(), It.IsAny<CancellationToken>()))
            .Callback<long, PersonalAccessTokenUpdate, CancellationToken>((_, update, _) => sent = update)
            .ReturnsAsync(changed);
        var page = await ShowAsync();
        Answer(2, null, changed, Token(2, "deploy"));

        page.Button("Switch off laptop of Owner 1").Click();
        page.WaitForElement("[role=dialog]");
        page.Button("Switch off").Click();

        page.WaitForAssertion(() => Descriptions(page).ShouldBe(["laptopswitched off", "deploy"]));
        sent.ShouldNotBeNull().Enabled.ShouldBe(false);
    }

    [Fact]
    public async Task A_token_of_any_account_is_deleted()
    {
        Client.Setup(client => client.Inventory.RevokeAsync(2, It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
        var page = await ShowAsync();
        Answer(1, null, Token(1, "laptop"));

        page.Button("Delete deploy of Owner 2").Click();
        page.WaitForElement("[role=dialog]");
        page.Button("Delete token").Click();

        page.WaitForAssertion(() => Descriptions(page).ShouldBe(["laptop"]));
        page.VisibleText().ShouldContain("Deleted “deploy”.");
        page.WaitForAssertion(() => page.Find(".count").Text().ShouldBe("1"));
    }

    [Fact]
    public async Task The_csv_is_a_link_with_the_filter_and_the_order_of_the_page()
    {
        var page = await ShowAsync("?state=expired&sort=owner");

        page.Link("Download CSV").ShouldBe("api/admin/personal-access-tokens?state=expired&sort=owner&format=csv");
        page.Find("a[download]").GetAttribute("download").ShouldBe("personal-access-tokens.csv");
    }

    [Fact]
    public async Task A_row_leads_to_the_history_of_its_token()
    {
        var page = await ShowAsync("?state=expired");

        page.FindAll("a[aria-label^='History of']")[0].GetAttribute("href").ShouldBe("admin/events?tokenId=1");
    }

    private async Task<IRenderedComponent<Shell>> OpenAsync()
    {
        var page = await ShowAsync("?state=expired");
        page.Button("Revoke these…").Click();
        page.WaitForElement("#number");
        return page;
    }
}

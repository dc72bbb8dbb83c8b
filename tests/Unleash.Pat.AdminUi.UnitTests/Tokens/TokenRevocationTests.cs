using Bunit;
using Moq;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class TokenRevocationTests : TokensPageTests
{
    private readonly TaskCompletionSource _answer = new();

    public TokenRevocationTests()
    {
        Answer(Token(1, "laptop"), Token(2, "phone"), Token(3, "build"));
        Client.Setup(client => client.Tokens.RevokeAsync(2, It.IsAny<CancellationToken>())).Returns(_answer.Task);
    }

    [Fact]
    public async Task Nothing_is_revoked_without_confirmation()
    {
        var page = await ShowAsync();
        page.Button("Delete phone").Click();
        page.WaitForElement("[role=dialog]").Text().ShouldContain("“phone” stops working at once");

        page.Button("Cancel").Click();

        page.WaitForState(() => !page.HasDialog());
        Descriptions(page).ShouldBe(["laptop", "phone", "build"]);
        Client.Verify(client => client.Tokens.RevokeAsync(It.IsAny<long>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task The_row_disappears_at_once_and_success_is_announced()
    {
        var page = await DeleteAsync();
        Descriptions(page).ShouldBe(["laptop", "build"]);
        page.VisibleText().ShouldNotContain("Deleted");

        await page.InvokeAsync(_answer.SetResult);

        page.WaitForAssertion(() => page.VisibleText().ShouldContain("Deleted “phone”."));
        Descriptions(page).ShouldBe(["laptop", "build"]);
        page.Find(".count").Text().ShouldBe("2 of 10");
    }

    [Fact]
    public async Task The_row_returns_to_its_place_if_the_call_fails()
    {
        var page = await DeleteAsync();

        await page.InvokeAsync(() => _answer.SetException(new HttpRequestException()));

        page.WaitForAssertion(() => Descriptions(page).ShouldBe(["laptop", "phone", "build"]));
        page.Alert().ShouldBe("“phone” was not deleted. The service cannot be reached. Check your connection and try again.");
        page.Find(".count").Text().ShouldBe("3 of 10");
    }

    [Fact]
    public async Task A_token_that_another_user_has_revoked_stays_removed()
    {
        var page = await DeleteAsync();

        await page.InvokeAsync(() => _answer.SetException(TestErrors.Create(404, "NotFoundError", "Could not find it")));

        page.WaitForAssertion(() => page.VisibleText().ShouldContain("Deleted “phone”."));
        Descriptions(page).ShouldBe(["laptop", "build"]);
        page.VisibleText().ShouldNotContain("was not deleted");
    }

    [Fact]
    public async Task The_next_attempt_removes_the_error_message()
    {
        var page = await DeleteAsync();
        await page.InvokeAsync(() => _answer.SetException(TestErrors.WithoutBody(503)));
        page.WaitForAssertion(() => page.Alert().ShouldNotBeEmpty());

        page.Button("Delete phone").Click();

        page.WaitForElement("[role=dialog]");
        page.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_empty_list_appears_after_the_last_token()
    {
        Answer(Token(2, "phone"));
        var page = await DeleteAsync();

        page.VisibleText().ShouldContain("No tokens yet");
    }

    private async Task<IRenderedComponent<Shell>> DeleteAsync()
    {
        var page = await ShowAsync();
        page.Button("Delete phone").Click();
        page.WaitForElement("[role=dialog]");
        page.Button("Delete token").Click();
        page.WaitForState(() => !Descriptions(page).Contains("phone"));
        return page;
    }
}

using Bunit;
using Moq;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

/// <summary>From the list through both dialogs and back.</summary>
public class TokenCreationTests : TokensPageTests
{
    private const string Secret = "user:v2_nyHTiehGp9xAPn0L";

    public TokenCreationTests() => Answer(Token(1, "laptop"));

    [Fact]
    public async Task A_new_token_shows_its_secret_once_and_joins_the_list()
    {
        Accept();
        var page = await SendAsync();
        page.WaitForElement("code").TextContent.ShouldBe(Secret);

        Close(page);

        Descriptions(page).ShouldBe(["phone", "laptop"]);
        page.Markup.ShouldNotContain(Secret);
        page.VisibleText().ShouldContain("Created “phone”.");
        page.Find(".count").Text().ShouldBe("2 of 10");
    }

    [Fact]
    public async Task The_list_is_refreshed_after_an_error()
    {
        Client
            .Setup(client => client.Tokens.CreateAsync(It.IsAny<NewPersonalAccessToken>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(TestErrors.Create(409, UnleashPatErrors.NameExists, "PAT description already exists."));
        Answer(Token(1, "laptop"));
        var page = await OpenAsync();
        Answer(Token(1, "laptop"), Token(2, "phone"));

        page.Find("form").Submit();

        page.WaitForAssertion(() => Descriptions(page).ShouldBe(["laptop", "phone"]));
        page.HasDialog().ShouldBeTrue();
    }

    // The refresh after the failed attempt is answered after the next attempt has succeeded.
    [Fact]
    public async Task A_new_token_that_a_refresh_has_added_is_listed_once()
    {
        var list = new TaskCompletionSource<IReadOnlyList<PersonalAccessToken>>();
        var page = await OpenAsync();
        Client.Setup(client => client.Tokens.ListAsync(It.IsAny<CancellationToken>())).Returns(list.Task);
        Client
            .SetupSequence(client => client.Tokens.CreateAsync(It.IsAny<NewPersonalAccessToken>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(TestErrors.WithoutBody(503))
            .ReturnsAsync(Created());
        var failed = page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.Alert().ShouldNotBeEmpty());
        var accepted = page.Find("form").SubmitAsync();
        page.WaitForElement("code");

        await page.InvokeAsync(() => list.SetResult([Token(1, "laptop"), Created()]));
        await Task.WhenAll(failed, accepted);
        Close(page);

        Descriptions(page).ShouldBe(["phone", "laptop"]);
    }

    private static IssuedPersonalAccessToken Created() =>
        new() { Id = 7, Description = "phone", CreatedAt = TestTime.Now, ExpiresAt = TestTime.Now.AddDays(30), Secret = Secret };

    private static void Close(IRenderedComponent<Shell> page)
    {
        page.CloseUncopied();
        page.WaitForState(() => !page.HasDialog());
    }

    private void Accept() =>
        Client
            .Setup(client => client.Tokens.CreateAsync(It.Is<NewPersonalAccessToken>(token => token.Description == "phone"), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Created());

    private async Task<IRenderedComponent<Shell>> OpenAsync()
    {
        var page = await ShowAsync();
        page.Button("New token").Click();
        page.WaitForElement("#description").Input("phone");
        return page;
    }

    private async Task<IRenderedComponent<Shell>> SendAsync()
    {
        var page = await OpenAsync();
        page.Find("form").Submit();
        return page;
    }
}

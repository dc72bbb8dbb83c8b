using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Looks;

/// <summary>The looks of signing in and of one's own tokens.</summary>
public sealed class TokenLookTests(TestRun run) : BrowserTests(run)
{
    private const string Long = "a-description-of-one-word-that-is-longer-than-the-narrowest-phone-is-wide-0123456789";

    [Fact]
    public async Task Signing_in()
    {
        ExpectStatus(401);
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);
        await page.ShouldBeSoundAsync("sign-in");

        await signIn.SignInAsync("nobody", "wrong password");
        await Assertions.Expect(signIn.Problem).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync("sign-in-refused");
    }

    [Fact]
    public async Task No_tokens()
    {
        var tokens = await TokensAsync(await Service.PersonAsync());
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();

        await tokens.Page.ShouldBeSoundAsync("tokens-empty");
    }

    [Fact]
    public async Task Tokens()
    {
        var tokens = await TokensAsync(await PersonAsync());
        await Assertions.Expect(tokens.Delete(Long)).ToBeVisibleAsync();

        await tokens.Page.ShouldBeSoundAsync("tokens");
    }

    [Fact]
    public async Task As_many_tokens_as_there_can_be()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync(9);
        await person.IssueAsync("over soon", DateTimeOffset.UtcNow.AddMinutes(5));
        var tokens = await TokensAsync(person);
        await Assertions.Expect(tokens.Count(10, 10)).ToBeVisibleAsync();

        await tokens.Page.ShouldBeSoundAsync("tokens-full");
    }

    [Fact]
    public async Task Tokens_that_are_on_their_way()
    {
        var tokens = new TokensPage(await BrowserAsync(await Service.PersonAsync()));
        var held = await HeldRequests.HoldAsync(tokens.Page, TokensPage.Requests);
        await tokens.OpenAsync(Service);
        await Assertions.Expect(tokens.Loading("your tokens")).ToBeVisibleAsync();

        await tokens.Page.ShouldBeSoundAsync("tokens-loading");

        held.Release();
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Tokens_that_do_not_load()
    {
        Watch.Expect("net::ERR_FAILED");
        var tokens = new TokensPage(await BrowserAsync(await Service.PersonAsync()));
        await tokens.Page.RouteAsync(TokensPage.Requests, route => route.AbortAsync());
        await tokens.OpenAsync(Service);
        await Assertions.Expect(tokens.TryAgain).ToBeVisibleAsync();

        await tokens.Page.ShouldBeSoundAsync("tokens-failure");
    }

    private async Task<Person> PersonAsync()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync(2);
        await person.IssueAsync(Long);
        await person.IssueAsync("over", DateTimeOffset.UtcNow.AddSeconds(3));
        await person.IssueAsync("for ever", new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        return person;
    }
}

using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Screenshots;

public sealed class TokenScreenshotTests(TestRun run) : BrowserTests(run)
{
    private const string Long = "a-description-of-one-word-that-is-longer-than-the-narrowest-phone-is-wide-0123456789";

    [Fact]
    public async Task Signing_in()
    {
        ExpectStatus(401);
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);
        await page.ShouldRenderCorrectlyAsync("sign-in");

        await signIn.SignInAsync("unknown", "wrong password");
        await Assertions.Expect(signIn.Error).ToBeVisibleAsync();
        await page.ShouldRenderCorrectlyAsync("sign-in-error");
    }

    [Fact]
    public async Task No_tokens()
    {
        var tokens = await TokensAsync(await Service.CreateUserAsync());
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();

        await tokens.Page.ShouldRenderCorrectlyAsync("tokens-empty");
    }

    [Fact]
    public async Task Tokens()
    {
        var tokens = await TokensAsync(await CreateUserAsync());
        await Assertions.Expect(tokens.Delete(Long)).ToBeVisibleAsync();

        await tokens.Page.ShouldRenderCorrectlyAsync("tokens");
    }

    [Fact]
    public async Task Tokens_at_the_limit()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokensAsync(9);
        await user.CreateTokenAsync("over soon", DateTimeOffset.UtcNow.AddMinutes(5));
        var tokens = await TokensAsync(user);
        await Assertions.Expect(tokens.Count(10, 10)).ToBeVisibleAsync();

        await tokens.Page.ShouldRenderCorrectlyAsync("tokens-full");
    }

    [Fact]
    public async Task Tokens_while_loading()
    {
        var tokens = new TokensPage(await BrowserAsync(await Service.CreateUserAsync()));
        var held = await HeldRequests.HoldAsync(tokens.Page, TokensPage.Requests);
        await tokens.OpenAsync(Service);
        await Assertions.Expect(tokens.Loading("your tokens")).ToBeVisibleAsync();

        await tokens.Page.ShouldRenderCorrectlyAsync("tokens-loading");

        held.Release();
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Tokens_that_cannot_be_loaded()
    {
        Monitor.Expect("net::ERR_FAILED");
        var tokens = new TokensPage(await BrowserAsync(await Service.CreateUserAsync()));
        await tokens.Page.RouteAsync(TokensPage.Requests, route => route.AbortAsync());
        await tokens.OpenAsync(Service);
        await Assertions.Expect(tokens.TryAgain).ToBeVisibleAsync();

        await tokens.Page.ShouldRenderCorrectlyAsync("tokens-failure");
    }

    private async Task<TestUser> CreateUserAsync()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokensAsync(2);
        await user.CreateTokenAsync(Long);
        await user.CreateTokenAsync("over", DateTimeOffset.UtcNow.AddSeconds(3));
        await user.CreateTokenAsync("never expires", new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        return user;
    }
}

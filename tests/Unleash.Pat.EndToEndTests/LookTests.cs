using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

/// <summary>Every page, at its narrowest and usual width, in both themes: a picture, no scrolling sideways, no fault by axe.</summary>
public sealed class LookTests(TestRun run) : BrowserTests(run)
{
    private const string Long = "a-description-of-one-word-that-is-longer-than-the-narrowest-phone-is-wide-0123456789";

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Signing_in(int width, ColorScheme theme)
    {
        ExpectStatus(401);
        var look = new Look(width, theme);
        var page = await BrowserAsync(look: look);
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);
        await page.ShouldBeSoundAsync("sign-in", look);

        await signIn.SignInAsync("nobody", "wrong password");
        await Assertions.Expect(signIn.Problem).ToBeVisibleAsync();
        await page.ShouldBeSoundAsync("sign-in-refused", look);
    }

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task No_tokens(int width, ColorScheme theme)
    {
        var look = new Look(width, theme);
        var tokens = await TokensAsync(await Service.PersonAsync(), look);
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();

        await tokens.Page.ShouldBeSoundAsync("tokens-empty", look);
    }

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Tokens(int width, ColorScheme theme)
    {
        var look = new Look(width, theme);
        var tokens = await TokensAsync(await PersonAsync(), look);
        await Assertions.Expect(tokens.Delete(Long)).ToBeVisibleAsync();

        await tokens.Page.ShouldBeSoundAsync("tokens", look);
    }

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Tokens_that_do_not_load(int width, ColorScheme theme)
    {
        Watch.Expect("net::ERR_FAILED");
        var look = new Look(width, theme);
        var tokens = new TokensPage(await BrowserAsync(await Service.PersonAsync(), look));
        await tokens.Page.RouteAsync("**/api/admin/user/tokens", route => route.AbortAsync());
        await tokens.OpenAsync(Service);
        await Assertions.Expect(tokens.TryAgain).ToBeVisibleAsync();

        await tokens.Page.ShouldBeSoundAsync("tokens-failure", look);
    }

    private async Task<Person> PersonAsync()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync(2);
        await person.IssueAsync(Long);
        await person.IssueAsync("over soon", DateTimeOffset.UtcNow.AddSeconds(1));
        await person.IssueAsync("for ever", new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        return person;
    }
}

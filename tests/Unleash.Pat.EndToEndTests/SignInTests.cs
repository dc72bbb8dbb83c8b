using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

public sealed class SignInTests(TestRun run) : BrowserTests(run)
{
    private const string Asked = "profile/personal-api-tokens?sort=description&order=desc&search=a%20b";

    [Fact]
    public async Task A_wrong_password_is_told_in_words()
    {
        ExpectStatus(401);
        var person = await Service.PersonAsync();
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);

        await signIn.SignInAsync(person.Name, "not their password");

        await Assertions.Expect(signIn.Problem).ToContainTextAsync(new Regex("password", RegexOptions.IgnoreCase));
        await Assertions.Expect(signIn.Problem).Not.ToContainTextAsync(new Regex("401|PasswordMismatch"));
        await Assertions.Expect(signIn.Name).ToHaveValueAsync(person.Name);

        await signIn.SignInAsync(person.Name, person.Password);
        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Empty_fields_are_told_before_the_service_is_asked()
    {
        var page = await BrowserAsync();
        var isAsked = false;
        page.Request += (_, request) => isAsked |= request.Method == "POST";
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);

        await signIn.SignInAsync("", "something");
        await signIn.Name.ShouldBeRefusedAsync("Enter your username");
        await signIn.SignInAsync("somebody", "");
        await signIn.Password.ShouldBeRefusedAsync("Enter your password");
        await signIn.SignInAsync("   ", "");
        await signIn.Name.ShouldBeRefusedAsync("Enter your username");
        await signIn.Password.ShouldBeRefusedAsync("Enter your password");

        isAsked.ShouldBeFalse();
    }

    [Fact]
    public async Task After_signing_in_comes_the_page_that_was_asked_for()
    {
        ExpectStatus(401);
        var person = await Service.PersonAsync();
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);

        await signIn.OpenAsync(Service, Asked);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/login\\?redirect="));
        await signIn.SignInAsync(person.Name, person.Password);

        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
        await ShouldBeAtAsync(page, Asked);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:document.title='elsewhere'")]
    public async Task A_way_out_of_the_service_is_dropped(string redirect)
    {
        var person = await Service.PersonAsync();
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service, $"login?redirect={Uri.EscapeDataString(redirect)}");

        await signIn.SignInAsync(person.Name, person.Password);

        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
        page.Url.ShouldStartWith(Service.Address.AbsoluteUri);
        page.Url.ShouldNotContain("elsewhere");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        var person = await Service.PersonAsync();
        var tokens = await TokensAsync(person);

        await tokens.SignOut.ClickAsync();

        await Assertions.Expect(new SignInPage(tokens.Page).Heading).ToBeVisibleAsync();
        var refusal = await Should.ThrowAsync<UnleashPatException>(() => Service.WithSession(person.SessionCookie).Tokens.ListAsync(Cancel));
        refusal.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await tokens.Page.Context.CookiesAsync()).ShouldBeEmpty();
    }
}

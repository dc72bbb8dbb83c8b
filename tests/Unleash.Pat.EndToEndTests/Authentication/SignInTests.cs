using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Authentication;

public sealed class SignInTests(TestRun run) : BrowserTests(run)
{
    private const string RequestedPage = "profile/personal-api-tokens?sort=description&order=desc&search=a%20b";

    [Fact]
    public async Task A_wrong_password_shows_an_error()
    {
        ExpectStatus(401);
        var user = await Service.CreateUserAsync();
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);

        await signIn.SignInAsync(user.Name, "wrong password");

        await Assertions.Expect(signIn.Error).ToContainTextAsync(new Regex("password", RegexOptions.IgnoreCase));
        await Assertions.Expect(signIn.Error).Not.ToContainTextAsync(new Regex("401|PasswordMismatch"));
        await Assertions.Expect(signIn.Name).ToHaveValueAsync(user.Name);

        await signIn.SignInAsync(user.Name, user.Password);
        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Empty_fields_are_errors_and_are_not_sent()
    {
        var page = await BrowserAsync();
        var isSent = false;
        page.Request += (_, request) => isSent |= request.Method == "POST";
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);

        await signIn.SignInAsync("", "something");
        await signIn.Name.ShouldShowErrorAsync("Enter your username");
        await signIn.SignInAsync("someone", "");
        await signIn.Password.ShouldShowErrorAsync("Enter your password");
        await signIn.SignInAsync("   ", "");
        await signIn.Name.ShouldShowErrorAsync("Enter your username");
        await signIn.Password.ShouldShowErrorAsync("Enter your password");

        isSent.ShouldBeFalse();
    }

    [Fact]
    public async Task Signing_in_leads_to_the_requested_page()
    {
        ExpectStatus(401);
        var user = await Service.CreateUserAsync();
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);

        await signIn.OpenAsync(Service, RequestedPage);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/login\\?redirect="));
        await signIn.SignInAsync(user.Name, user.Password);

        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
        await ShouldBeAtAsync(page, RequestedPage);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:document.title='elsewhere'")]
    public async Task A_redirect_outside_the_service_is_ignored(string redirect)
    {
        var user = await Service.CreateUserAsync();
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service, $"login?redirect={Uri.EscapeDataString(redirect)}");

        await signIn.SignInAsync(user.Name, user.Password);

        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
        page.Url.ShouldStartWith(Service.Address.AbsoluteUri);
        page.Url.ShouldNotContain("elsewhere");
    }

    [Fact]
    public async Task What_goes_wrong_is_said_and_can_be_tried_again()
    {
        ExpectStatus(502);
        Monitor.Expect("net::ERR_FAILED");
        var user = await Service.CreateUserAsync();
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);

        await page.RouteAsync("**/auth/simple/login", route => route.AbortAsync());
        await signIn.SignInAsync(user.Name, user.Password);
        await Assertions.Expect(signIn.Error).ToHaveTextAsync("The service cannot be reached. Check your connection and try again.");
        await page.UnrouteAllAsync();
        await page.RouteAsync("**/auth/simple/login", route => route.FulfillAsync(new() { Status = 502, ContentType = "text/html", Body = "<h1>Bad Gateway</h1>" }));
        await signIn.Submit.ClickAsync();
        await Assertions.Expect(signIn.Error).ToHaveTextAsync("The service answered with status 502. Try again in a moment.");
        await page.UnrouteAllAsync();
        await signIn.Submit.ClickAsync();

        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
    }

    [Fact]
    public async Task In_demo_mode_an_address_is_enough()
    {
        await StartAsync(("Authentication:Demo", "true"));
        var page = await BrowserAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);

        await signIn.Submit.ClickAsync();
        await signIn.Email.ShouldShowErrorAsync("Enter your e-mail address");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a password" }).ClickAsync();
        await Assertions.Expect(signIn.Password).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with an e-mail address alone" }).ClickAsync();
        await signIn.Email.FillAsync("ada@example.com");
        await signIn.Submit.ClickAsync();

        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        var user = await Service.CreateUserAsync();
        var tokens = await TokensAsync(user);

        await tokens.SignOut.ClickAsync();

        await Assertions.Expect(new SignInPage(tokens.Page).Heading).ToBeVisibleAsync();
        var exception = await Should.ThrowAsync<UnleashPatException>(() => Service.WithSession(user.SessionCookie).Tokens.ListAsync(Cancel));
        exception.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await tokens.Page.Context.CookiesAsync()).ShouldBeEmpty();
    }
}

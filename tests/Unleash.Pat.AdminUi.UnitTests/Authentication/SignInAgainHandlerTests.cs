using System.Net;
using Bunit;
using Moq;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Authentication;

/// <summary>A change that fails because the session has ended.</summary>
public sealed class SignInAgainHandlerTests : ComponentTests
{
    private readonly Service _service = new();
    private readonly HttpClient _http;

    public SignInAgainHandlerTests()
    {
        _http = new HttpClient(new SignInAgainHandler(Services) { InnerHandler = _service }) { BaseAddress = new Uri("http://localhost/") };
        Client.Setup(client => client.Account.SignInAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(new SignedInAccount { Id = 1 });
    }

    [Fact]
    public async Task It_is_retried_after_signing_in()
    {
        await BeginSessionAsync();
        var page = Render<Shell>();
        var answer = page.InvokeAsync(() => PostAsync());

        await SignInAsync(page);

        (await answer).StatusCode.ShouldBe(HttpStatusCode.Created);
        _service.Received.ShouldBe(["POST {}", "POST {}"]);
    }

    [Fact]
    public async Task It_is_not_retried_as_another_account_and_the_page_reloads()
    {
        await BeginSessionAsync();
        Client.Setup(client => client.Account.SignInAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(new SignedInAccount { Id = 2 });
        var page = Render<Shell>();
        var answer = page.InvokeAsync(() => PostAsync());

        await SignInAsync(page);

        (await answer).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _service.Received.ShouldHaveSingleItem();
        Navigation.History.ShouldHaveSingleItem().Options.ForceLoad.ShouldBeTrue();
    }

    [Fact]
    public async Task The_401_is_returned_if_the_user_does_not_sign_in()
    {
        await BeginSessionAsync();
        var page = Render<Shell>();
        var answer = page.InvokeAsync(() => PostAsync());

        page.WaitForElement("[role=dialog]");
        page.Button("Not now").Click();

        (await (await answer).Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken)).ShouldContain(UnleashPatErrors.AuthenticationRequired);
        _service.Received.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task By_a_provider_the_user_signs_in_in_another_tab()
    {
        (Config.DisablePasswordAuth, Config.SignInProvider) = (true, "Contoso");
        await BeginSessionAsync();
        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ThrowsAsync(TestErrors.SignedOut());
        var page = Render<Shell>();
        var answer = page.InvokeAsync(() => PostAsync());
        page.WaitForElement("[role=dialog]");
        page.FindAll("#password").ShouldBeEmpty();
        var link = page.Find("a[target=_blank]");
        (link.Text().Trim(), link.GetAttribute("href")).ShouldBe(("Sign in with Contoso", "auth/oidc/login?returnUrl=%2Fprofile"));

        page.Button("Continue").Click();
        page.WaitForAssertion(() => page.VisibleText().ShouldContain("You are not signed in yet."));

        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Me);
        _service.IsSignedIn = true;
        page.Button("Continue").Click();
        (await answer).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Two_concurrent_changes_show_one_dialog()
    {
        await BeginSessionAsync();
        var page = Render<Shell>();
        var answers = page.InvokeAsync(() => Task.WhenAll(PostAsync(), PostAsync()));

        await SignInAsync(page);

        (await answers).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        Client.Verify(client => client.Account.SignInAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Neither_a_read_nor_a_wrong_password_shows_the_dialog()
    {
        await BeginSessionAsync();
        var page = Render<Shell>();

        (await _http.GetAsync(new Uri("tokens", UriKind.Relative), Xunit.TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _service.Error = UnleashPatErrors.PasswordMismatch;
        (await PostAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        page.HasDialog().ShouldBeFalse();
        _service.Received.Count.ShouldBe(2);
    }

    protected override void Dispose(bool disposing)
    {
        _http.Dispose();
        _service.Dispose();
        base.Dispose(disposing);
    }

    private Task<HttpResponseMessage> PostAsync() =>
        _http.PostAsync(new Uri("tokens", UriKind.Relative), new StringContent("{}"), Xunit.TestContext.Current.CancellationToken);

    private async Task SignInAsync(IRenderedComponent<Shell> page)
    {
        page.WaitForElement("[role=dialog]");
        page.Find("#password").Input("secret");
        _service.IsSignedIn = true;
        await page.Find("#sign-in").SubmitAsync();
    }

    private sealed class Service : HttpMessageHandler
    {
        public bool IsSignedIn { get; set; }

        public string Error { get; set; } = UnleashPatErrors.AuthenticationRequired;

        public List<string> Received { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Received.Add($"{request.Method} {(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken))}");
            return IsSignedIn
                ? new HttpResponseMessage(HttpStatusCode.Created)
                : new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent(TestErrors.Body(Error)) };
        }
    }
}

using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Sessions;

/// <summary>docs/api.md, section 3: sessions.</summary>
public abstract class SessionTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_cookie_is_for_the_browser_alone_and_for_this_site_alone()
    {
        var cookie = await SetCookieAsync(Service);

        cookie.ShouldStartWith("unleash-session=");
        Attributes(cookie).ShouldBe(["httponly", "max-age=172800", "path=/", "samesite=lax"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_cookie_is_secure_over_https()
    {
        var service = await StartAsync(new ServiceOptions { Https = true });

        Attributes(await SetCookieAsync(service)).ShouldContain("secure");
    }

    [Fact]
    public async Task A_session_wins_over_a_header()
    {
        var holder = await Service.AccountAsync();
        var other = await Service.AccountAsync();
        var token = await other.Client.IssueAsync();

        foreach (var header in new[] { token.Secret, "nonsense", TestService.AdminToken })
        {
            (await IdAsync(Service.Anonymous.WithCookie(holder.Client.Cookie!, header))).ShouldBe(holder.Id);
        }
    }

    [Fact]
    public async Task A_header_serves_where_the_session_does_not()
    {
        var holder = await Service.AccountAsync();
        var token = await holder.Client.IssueAsync();

        foreach (var cookie in new[] { "unleash-session=", "unleash-session=nonsense", holder.Client.Cookie![..^3], "other=1" })
        {
            (await IdAsync(Service.Anonymous.WithCookie(cookie, token.Secret))).ShouldBe(holder.Id);
        }
    }

    [Theory]
    [InlineData("unleash-session=")]
    [InlineData("unleash-session=nonsense")]
    [InlineData("unleash-session=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_invented_cookie_is_no_credential(string cookie)
    {
        (await Service.Anonymous.WithCookie(cookie).GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");
        (await Service.Anonymous.WithCookie(cookie, "nonsense").GetAsync(ServiceClient.Me)).ShouldBeError(401, "UnauthorizedError");
    }

    [Fact]
    public async Task A_session_ends_48_hours_after_its_last_use()
    {
        var time = new SteppingTime(Start);
        var service = await StartAsync(time);
        var account = await service.AccountAsync();

        time.Step(TimeSpan.FromHours(48) - TimeSpan.FromMilliseconds(1));
        var last = await account.Client.GetAsync(ServiceClient.Me);
        last.Status.ShouldBe(200);
        Attributes(last.Header("set-cookie").ShouldNotBeNull()).ShouldContain("max-age=172800");

        time.Step(TimeSpan.FromHours(48) - TimeSpan.FromMilliseconds(1));
        (await account.Client.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);

        time.Step(TimeSpan.FromHours(48));
        (await account.Client.GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        var account = await Service.AccountAsync();

        var answer = await account.Client.SendAsync(HttpMethod.Post, "/logout");

        answer.Status.ShouldBe(302);
        answer.Header("location").ShouldBe("/signed-out");
        answer.Header("clear-site-data").ShouldBe("\"cookies\", \"storage\"");
        var cookie = answer.Header("set-cookie").ShouldNotBeNull();
        cookie.ShouldStartWith("unleash-session=;");
        cookie.ShouldContain("expires=Thu, 01 Jan 1970");
        (await account.Client.GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");
    }

    [Theory]
    [InlineData("", null, true)]
    [InlineData("", "false", false)]
    [InlineData("/pat", null, false)]
    [InlineData("/pat", "true", true)]
    public async Task Signing_out_clears_the_host_where_no_other_program_is_to_be_expected_on_it(
        string basePath, string? configured, bool isCleared)
    {
        var service = configured is null
            ? await StartAsync(("BasePath", basePath))
            : await StartAsync(("BasePath", basePath), ("Session:ClearSiteData", configured));

        (await service.Anonymous.SendAsync(HttpMethod.Post, $"{basePath}/logout")).Header("clear-site-data")
            .ShouldBe(isCleared ? "\"cookies\", \"storage\"" : null);
    }

    [Fact]
    public async Task Signing_out_ends_one_session_and_no_other()
    {
        var account = await Service.AccountAsync();
        var other = await Service.Anonymous.SignInByEmailAsync(account.Email);

        await account.Client.SendAsync(HttpMethod.Post, "/logout");

        (await IdAsync(other)).ShouldBe(account.Id);
    }

    [Fact]
    public async Task Signing_out_without_a_session_answers_the_same()
    {
        var account = await Service.AccountAsync();
        await account.Client.SendAsync(HttpMethod.Post, "/logout");

        (await account.Client.SendAsync(HttpMethod.Post, "/logout")).Status.ShouldBe(302);
        (await Service.Anonymous.SendAsync(HttpMethod.Post, "/logout")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task A_token_is_no_session_to_sign_out_of()
    {
        var account = await Service.AccountAsync();
        var bearer = Service.Anonymous.WithAuthorization((await account.Client.IssueAsync()).Secret);

        (await bearer.SendAsync(HttpMethod.Post, "/logout")).Status.ShouldBe(302);

        (await IdAsync(account.Client)).ShouldBe(account.Id);
        (await IdAsync(bearer)).ShouldBe(account.Id);
    }

    private static async Task<string> SetCookieAsync(TestService service) =>
        (await service.Anonymous.PostAsync(ServiceClient.DemoLogin, """{"email":"cookie@example.com"}"""))
            .Header("set-cookie").ShouldNotBeNull();

    private static IEnumerable<string> Attributes(string cookie) =>
        cookie.Split(';').Skip(1).Select(attribute => attribute.Trim().ToLowerInvariant());

    private static async Task<long> IdAsync(ServiceClient client) =>
        (await client.GetAsync(ServiceClient.Me)).Json.GetProperty("user").GetProperty("id").GetInt64();
}

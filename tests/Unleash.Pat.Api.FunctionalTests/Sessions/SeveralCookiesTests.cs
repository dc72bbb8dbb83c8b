using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Sessions;

/// <summary>docs/api.md, section 3: a request carries several cookies of the session's name.</summary>
public abstract class SeveralCookiesTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    /// <summary>What Unleash itself, on the same host, keeps under the same name.</summary>
    private const string OfUnleash = "unleash-session=s%3AJ8gFMqzBD3eWvB9x-3Yy.bTn8%2Bq%2FZz1";

    [Fact]
    public async Task The_first_that_opens_a_session_counts()
    {
        var viewer = await Service.AccountAsync();
        var other = await Service.AccountAsync();

        (await IdAsync(viewer.Client.Cookie, other.Client.Cookie)).ShouldBe(viewer.Id);
        (await IdAsync(other.Client.Cookie, viewer.Client.Cookie)).ShouldBe(other.Id);
    }

    [Fact]
    public async Task What_opens_none_is_passed_over()
    {
        var account = await Service.AccountAsync();
        var ended = await Service.AccountAsync();
        await ended.Client.SendAsync(HttpMethod.Post, "/logout");

        foreach (var foreign in new[] { OfUnleash, "unleash-session=", "unleash-session=\"x y\"", ended.Client.Cookie!, account.Client.Cookie![..^3] })
        {
            (await IdAsync(foreign, account.Client.Cookie)).ShouldBe(account.Id, foreign);
            (await IdAsync(account.Client.Cookie, foreign)).ShouldBe(account.Id, foreign);
        }
    }

    [Fact]
    public async Task Other_programs_cookies_are_never_too_many()
    {
        var account = await Service.AccountAsync();

        (await IdAsync([.. Enumerable.Range(0, 50).Select(number => $"{OfUnleash}{number}"), account.Client.Cookie]))
            .ShouldBe(account.Id);
    }

    [Fact]
    public async Task The_database_is_asked_for_no_more_than_eight()
    {
        var account = await Service.AccountAsync();
        var forged = Enumerable.Range(0, 8).Select(number => account.Client.Cookie![..^3] + $"x{number}A").ToList();

        (await IdAsync([.. forged.Take(7), account.Client.Cookie])).ShouldBe(account.Id);
        (await ClientOf([.. forged, account.Client.Cookie]).GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");
    }

    [Fact]
    public async Task Another_programs_cookie_does_not_keep_anybody_from_signing_in()
    {
        var account = await Service.AccountAsync();

        var answer = await Service.Anonymous.WithCookie(OfUnleash).PostAsync(ServiceClient.DemoLogin, $$"""{"email":"{{account.Email}}"}""");

        (await IdAsync(OfUnleash, answer.SessionCookie())).ShouldBe(account.Id);
    }

    [Fact]
    public async Task Signing_out_ends_every_session_that_was_sent()
    {
        var viewer = await Service.AccountAsync();
        var administrator = await Service.AccountAsync();
        var apart = await Service.Anonymous.SignInByEmailAsync(administrator.Email);

        (await ClientOf(viewer.Client.Cookie, OfUnleash, administrator.Client.Cookie).SendAsync(HttpMethod.Post, "/logout"))
            .Status.ShouldBe(302);

        (await viewer.Client.GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");
        (await administrator.Client.GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");
        (await apart.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        var events = (await Service.Administrator.GetAsync($"{ServiceClient.Events}?type=user-signed-out&limit=1000")).Body;
        events.ShouldContain(viewer.Email);
        events.ShouldContain(administrator.Email);
    }

    [Fact]
    public async Task The_name_is_configured_so_that_two_programs_on_a_host_keep_apart()
    {
        var service = await StartAsync(("Session:CookieName", "pat-session"));
        var account = await service.AccountAsync();

        account.Client.Cookie.ShouldNotBeNull().ShouldStartWith("pat-session=");
        (await account.Client.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        var renamed = account.Client.Cookie!.Replace("pat-", "unleash-", StringComparison.Ordinal);
        (await service.Anonymous.WithCookie(renamed).GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired");
        (await account.Client.SendAsync(HttpMethod.Post, "/logout")).Header("set-cookie").ShouldNotBeNull().ShouldStartWith("pat-session=;");
        (await service.Anonymous.GetAsync("/docs/openapi.json")).Body.ShouldContain("\"name\": \"pat-session\"");
    }

    private ServiceClient ClientOf(params string?[] cookies) => Service.Anonymous.WithCookie(string.Join("; ", cookies));

    private async Task<long> IdAsync(params string?[] cookies) =>
        (await ClientOf(cookies).GetAsync(ServiceClient.Me)).Json.GetProperty("user").GetProperty("id").GetInt64();
}

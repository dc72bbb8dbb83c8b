using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Providers;

/// <summary>docs/api.md, section 3.3: signing in by a real OpenID provider.</summary>
public abstract class ProviderSignInTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Users = "/api/admin/user-admin";

    private static readonly (string, object)[] Ann =
        [("sub", "ann-1"), ("name", "Ann"), ("email", "Ann@Example.com"), ("email_verified", true), ("roles", new[] { "staff", "admins" })];

    private static readonly (string, object)[] Mallory =
        [("sub", "mallory"), ("email", "bob@example.com"), ("email_verified", false), ("preferred_username", "bob@example.com"), ("roles", new[] { "staff" })];

    [Fact]
    public async Task A_person_gets_an_account_with_the_mapped_role_and_finds_it_again_by_the_subject()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider);
        using var browser = new ProviderBrowser(service);

        var begun = await browser.BeginAsync("/profile?tab=1");
        var answer = await browser.GetAsync(await browser.AtProviderAsync(begun.Header("location")!));

        begun.Header("location").ShouldNotBeNull().ShouldContain("code_challenge_method=S256");
        answer.Header("location").ShouldBe("/profile?tab=1");
        var first = await UserAsync(service, answer);
        first.GetProperty("email").GetString().ShouldBe("ann@example.com");
        (await RoleAsync(service, answer)).ShouldBe("Admin");

        // Another address at the provider, and no role but the lower one: the same account.
        provider.Claims = [("sub", "ann-1"), ("email", "ann@other.example"), ("email_verified", true), ("roles", new[] { "staff" })];
        var again = await browser.SignInAsync();
        (await UserAsync(service, again)).GetProperty("id").GetInt64().ShouldBe(first.GetProperty("id").GetInt64());
        (await RoleAsync(service, again)).ShouldBe("Viewer");
        (await service.EventsAsync("user-updated")).Count.ShouldBe(1);
        (await service.EventsAsync("user-identity-linked")).Count.ShouldBe(1);
        (await service.EventsAsync("user-signed-in")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_mapped_role_nobody_gets_in_and_the_event_log_says_who()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider);
        using var browser = new ProviderBrowser(service);
        (await browser.SignInAsync()).Header("location").ShouldBe("/");

        provider.Claims = [("sub", "ann-1"), ("roles", new[] { "Admins" })];

        ShouldFail(await browser.SignInAsync(), "no-role");
        var data = (await service.EventsAsync("user-sign-in-failed"))[0].GetProperty("data");
        data.GetProperty("reason").GetString().ShouldBe("no-role");
        data.GetProperty("subject").GetString().ShouldBe("ann-1");
    }

    [Fact]
    public async Task A_disabled_account_and_the_last_administrators_demotion_stay_out()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider);
        using var browser = new ProviderBrowser(service);
        var id = (await UserAsync(service, await browser.SignInAsync())).GetProperty("id").GetInt64();
        var admin = (await service.Administrator.GetAsync(Users)).Json.GetProperty("users").EnumerateArray()
            .Single(user => user.TryGetProperty("username", out var name) && name.GetString() == TestService.AdminName).GetProperty("id").GetInt64();
        await PutAsync(service, admin, """{"enabled":false}""");

        provider.Claims = [.. Ann[..^1], ("roles", new[] { "staff" })];
        ShouldFail(await browser.SignInAsync(), "last-administrator");

        await PutAsync(service, admin, """{"enabled":true}""");
        await PutAsync(service, id, """{"enabled":false}""");
        ShouldFail(await browser.SignInAsync(), "disabled");
    }

    /// <summary>Threat: a person writes another one's address into the own profile.</summary>
    [Fact]
    public async Task Only_a_verified_address_opens_an_account_and_only_for_one_person()
    {
        await using var provider = await StartProviderAsync(Mallory);
        var service = await StartAsync(provider);
        var bob = await service.Administrator.PostAsync(Users, """{"email":"bob@example.com","rootRole":3,"password":"a long password of bob"}""");
        bob.Status.ShouldBe(201, bob.Body);
        using var browser = new ProviderBrowser(service);

        ShouldFail(await browser.SignInAsync(), "name-taken");

        provider.Claims = [("sub", "bob"), ("email", "bob@example.com"), ("email_verified", true), ("roles", new[] { "staff" })];
        (await UserAsync(service, await browser.SignInAsync())).GetProperty("id").GetInt64().ShouldBe(bob.Json.GetProperty("id").GetInt64());
        provider.Claims = [("sub", "bob's successor"), ("email", "bob@example.com"), ("email_verified", true), ("roles", new[] { "staff" })];
        ShouldFail(await browser.SignInAsync(), "name-taken");
    }

    [Fact]
    public async Task Where_users_are_not_created_a_stranger_stays_out()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider, ("Authentication:OpenIdConnect:CreateUsers", "false"));
        using var browser = new ProviderBrowser(service);

        ShouldFail(await browser.SignInAsync(), "unknown-user");
    }

    [Fact]
    public async Task A_state_works_once_and_in_the_browser_that_has_begun()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider);
        using var browser = new ProviderBrowser(service);
        using var other = new ProviderBrowser(service);
        var callback = await browser.AtProviderAsync((await browser.BeginAsync()).Header("location")!);

        ShouldFail(await other.GetAsync(callback), "expired");
        (await browser.GetAsync(callback)).Header("location").ShouldBe("/");
        ShouldFail(await browser.GetAsync(callback), "expired");
        ShouldFail(await browser.GetAsync("/auth/oidc/callback?error=access_denied&error_description=<b>"), "expired");
        (await service.EventsAsync("user-sign-in-failed")).Count.ShouldBe(3);
    }

    /// <summary>Threat: an answer that is another provider's, another sign-in's, or not of now.</summary>
    [Fact]
    public async Task An_answer_that_does_not_fit_is_refused()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider);
        using var browser = new ProviderBrowser(service);
        var changes = new Action<SecurityTokenDescriptor>[]
        {
            token => token.Issuer = "https://other.example/",
            token => Set(token, "nonce", "another"),
            token => Set(token, "aud", "another"),
            token => token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)), SecurityAlgorithms.RsaSha256),
        };
        foreach (var (at, change) in changes.Index())
        {
            provider.Change = change;
            ShouldFail(await browser.SignInAsync(), "invalid", $"change {at}");
        }

        provider.Change = null;
        foreach (var minutes in new[] { 10, -30 })
        {
            provider.Skew = TimeSpan.FromMinutes(minutes);
            ShouldFail(await browser.SignInAsync(), "invalid", $"{minutes} minutes");
        }

        provider.Skew = TimeSpan.FromMinutes(1);
        (await browser.SignInAsync()).Header("location").ShouldBe("/");
    }

    /// <summary>Threat: somebody who can make the provider redirect gets the client's secret and a person's code.</summary>
    [Fact]
    public async Task A_redirect_of_the_provider_is_not_followed()
    {
        await using var provider = await StartProviderAsync(Ann);
        await using var other = await StartProviderAsync(Ann);
        var service = await StartAsync(provider);
        using var browser = new ProviderBrowser(service);

        provider.TokensMovedTo = $"{other.Authority}token";
        ShouldFail(await browser.SignInAsync(), "invalid");
        other.TokenRequests.ShouldBe(0);

        provider.TokensMovedTo = null;
        (await browser.SignInAsync()).Header("location").ShouldBe("/");
        provider.TokenRequests.ShouldBe(2);
    }

    [Fact]
    public async Task What_the_provider_refuses_is_told_in_words_of_this_service()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider);
        using var browser = new ProviderBrowser(service);
        provider.Error = "access_denied";

        ShouldFail(await browser.SignInAsync(), "denied");
        provider.Error = "server_error";
        ShouldFail(await browser.SignInAsync(), "invalid");
    }

    [Fact]
    public async Task A_provider_that_is_away_stops_neither_the_start_nor_the_sign_in_page()
    {
        await using var provider = await StartProviderAsync(Ann);
        var settings = Settings(provider);
        var atCallback = await StartAsync(settings);
        using var late = new ProviderBrowser(atCallback);
        var callback = await late.AtProviderAsync((await late.BeginAsync()).Header("location")!);
        await provider.StopAsync();
        var service = await StartAsync(settings);
        using var browser = new ProviderBrowser(service);

        ShouldFail(await browser.BeginAsync(), "unavailable");
        ShouldFail(await late.GetAsync(callback), "unavailable");
        (await browser.GetAsync("/login?failure=unavailable")).Status.ShouldBe(200);
        (await service.EventsAsync("user-sign-in-failed"))[0].GetProperty("data").GetProperty("reason").GetString().ShouldBe("unavailable");
    }

    [Fact]
    public async Task A_provider_that_accepts_and_does_not_answer_is_not_waited_for()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var provider = await StartProviderAsync(Ann);
        var settings = Settings(provider, ("Authentication:OpenIdConnect:Authority", $"http://{silent.LocalEndpoint}/"));
        var service = await StartAsync(settings);
        using var browser = new ProviderBrowser(service);

        ShouldFail(await browser.BeginAsync(), "unavailable");
    }

    [Fact]
    public async Task A_user_who_is_unlinked_is_found_by_the_address_again()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider);
        using var browser = new ProviderBrowser(service);
        var id = (await UserAsync(service, await browser.SignInAsync())).GetProperty("id").GetInt64();
        provider.Claims = [("sub", "ann of another registration"), .. Ann[1..]];
        ShouldFail(await browser.SignInAsync(), "name-taken");
        var identities = service.Services.GetRequiredService<IUserIdentityRepository>();
        var audit = AuditStamp.BySystem(EventType.UserIdentityUnlinked, DateTimeOffset.UtcNow);

        (await identities.UnlinkAsync(id + 1, 10, audit, Cancel)).ShouldBeEmpty();
        (await identities.UnlinkAsync(userId: null, 10, audit, Cancel)).ShouldBe([id]);

        (await UserAsync(service, await browser.SignInAsync())).GetProperty("id").GetInt64().ShouldBe(id);
        (await service.EventsAsync("user-identity-unlinked")).ShouldHaveSingleItem()
            .GetProperty("preData").GetProperty("subject").GetString().ShouldBe("ann-1");
        (await service.EventsAsync("user-identity-linked")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_sign_in_that_one_node_has_begun_is_completed_by_another()
    {
        await using var provider = await StartProviderAsync(Ann);
        var settings = Settings(provider);
        var first = await StartAsync(settings);
        var second = await StartAsync(first.Database, settings);
        using var browser = new ProviderBrowser(first);
        var callback = await browser.AtProviderAsync((await browser.BeginAsync()).Header("location")!);
        using var elsewhere = new ProviderBrowser(second) { Cookies = browser.Cookies };

        (await UserAsync(first, await elsewhere.GetAsync(callback))).GetProperty("name").GetString().ShouldBe("Ann");
    }

    [Fact]
    public async Task Signing_out_continues_at_the_provider_where_the_session_came_from_there()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider);
        using var browser = new ProviderBrowser(service);
        await browser.SignInAsync();

        var ended = await browser.SendAsync(HttpMethod.Post, "/logout", "application/json");
        (await browser.SendAsync(HttpMethod.Get, "/signed-out", "application/json")).Status.ShouldBe(200);
        var there = await browser.GetAsync("/signed-out");

        ended.Header("location").ShouldBe("/signed-out");
        var address = there.Header("location").ShouldNotBeNull();
        address.ShouldStartWith($"{provider.Authority}end-session?");
        address.ShouldContain("id_token_hint=ey");
        address.ShouldContain($"post_logout_redirect_uri={Uri.EscapeDataString($"{service.Address}signed-out")}");
        (await browser.GetAsync("/signed-out")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_session_of_a_password_ends_here_alone()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider);
        using var browser = new ProviderBrowser(service);
        await browser.SignInAsync();
        var password = await service.Anonymous.SignInAsync(TestService.AdminName, TestService.AdminPassword);
        browser.Cookies[("unleash-session", "/")] = password.Cookie!.Split('=', 2)[1];

        await browser.SendAsync(HttpMethod.Post, "/logout");

        (await browser.GetAsync("/signed-out")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task After_signing_in_a_person_stays_on_this_service()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider, ("PublicUrl", "http://tokens.example.com/unleash"));
        using var browser = new ProviderBrowser(service, "/unleash");
        var begun = await browser.BeginAsync("//evil.example");

        begun.Header("location").ShouldNotBeNull().ShouldContain(
            "redirect_uri=http%3A%2F%2Ftokens.example.com%2Funleash%2Fauth%2Foidc%2Fcallback");
        (await browser.GetAsync(await browser.AtProviderAsync(begun.Header("location")!))).Header("location").ShouldBe("/unleash/");
    }

    [Fact]
    public async Task With_passwords_closed_only_the_provider_is_left()
    {
        await using var provider = await StartProviderAsync(Ann);
        var service = await StartAsync(provider, ("Authentication:Password", "false"), ("Authentication:OpenIdConnect:DisplayName", "A & <B>"));

        (await service.Anonymous.TrySignInAsync(TestService.AdminName, TestService.AdminPassword)).ShouldBeError(404, "NotFoundError");
        (await service.Anonymous.GetAsync("/auth/reset/validate?token=x")).ShouldBeError(404, "NotFoundError");
        (await service.Anonymous.PostAsync("/auth/reset/password", "{}")).ShouldBeError(404, "NotFoundError");
        (await service.Administrator.PostAsync($"{Users}/1/password-link", "")).ShouldBeError(404, "NotFoundError");
        (await service.Administrator.PostAsync(Users, """{"email":"new@example.com","rootRole":3}""")).Json.GetProperty("inviteLink").GetString().ShouldBeEmpty();
        (await service.Anonymous.GetAsync(ServiceClient.Me)).ShouldBeError(401, "AuthenticationRequired").Message.ShouldContain("/auth/oidc/login");
        var page = (await service.Anonymous.GetAsync("/login")).Body;
        page.ShouldContain("data-mode=\"none\"");
        page.ShouldContain(">Sign in with A &amp; &lt;B&gt;</a>");
        var ui = (await service.Administrator.GetAsync("/api/admin/ui-config")).Json;
        ui.GetProperty("disablePasswordAuth").GetBoolean().ShouldBeTrue();
        ui.GetProperty("signInProvider").GetString().ShouldBe("A & <B>");
    }

    [Fact]
    public async Task Too_many_sign_ins_from_one_address_are_told_on_the_page_and_not_recorded()
    {
        await using var provider = await StartProviderAsync();
        await using var service = await StartAsync(provider, ("RateLimiting:OpenIdConnectPerMinute", "1"));
        (await service.Anonymous.GetAsync("/auth/oidc/login")).Header("location").ShouldNotBeNull().ShouldStartWith(provider.Authority);

        var refused = await service.Anonymous.GetAsync("/auth/oidc/login");

        ShouldFail(refused, "too-many");
        refused.Header("ratelimit-remaining").ShouldBe("0");
        (await service.EventsAsync("user-sign-in-failed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_start_with_which_nobody_has_a_role_is_warned_of()
    {
        await using var provider = await StartProviderAsync(("sub", "ann"), ("email", "ann@example.com"), ("email_verified", true));
        var settings = Settings(provider);
        await using var service = await StartAsync(settings with
        {
            Settings = settings.Settings.Where(setting => !setting.Key.Contains(":Roles:", StringComparison.Ordinal)).ToDictionary(),
        });

        service.Logs.Lines.ShouldContain(line => line.Contains("Nobody gets in by the identity provider", StringComparison.Ordinal));
        using var browser = new ProviderBrowser(service);
        ShouldFail(await browser.SignInAsync(), "no-role");
    }

    [Fact]
    public async Task Without_a_provider_neither_address_exists()
    {
        (await Service.Anonymous.GetAsync("/auth/oidc/login")).ShouldBeError(404, "NotFoundError");
        (await Service.Anonymous.GetAsync("/auth/oidc/callback")).ShouldBeError(404, "NotFoundError");
        (await Service.Administrator.GetAsync("/api/admin/ui-config")).Json.TryGetProperty("signInProvider", out _).ShouldBeFalse();
        (await Service.Anonymous.GetAsync("/login")).Body.ShouldContain("href=\"auth/oidc/login\" hidden></a>");
    }

    private static async Task<TestProvider> StartProviderAsync(params (string, object)[] claims)
    {
        var provider = await TestProvider.StartAsync();
        provider.Claims = claims;
        return provider;
    }

    private static ServiceOptions Settings(TestProvider provider, params (string Key, string Value)[] more) => new()
    {
        Unset = ["Authentication:Demo"],
        Settings = new[]
        {
            ("Authentication:OpenIdConnect:Authority", provider.Authority),
            ("Authentication:OpenIdConnect:ClientId", TestProvider.ClientId),
            ("Authentication:OpenIdConnect:ClientSecret", TestProvider.ClientSecret),
            ("Authentication:OpenIdConnect:Roles:admins", "Admin"),
            ("Authentication:OpenIdConnect:Roles:staff", "viewer"),
        }.Concat(more).GroupBy(setting => setting.Item1).ToDictionary(settings => settings.Key, settings => settings.Last().Item2),
    };

    private Task<TestService> StartAsync(TestProvider provider, params (string Key, string Value)[] more) => StartAsync(Settings(provider, more));

    private static void ShouldFail(Answer answer, string reason, string? what = null) =>
        answer.Header("location").ShouldBe($"/login?failure={reason}", what);

    private static async Task<System.Text.Json.JsonElement> UserAsync(TestService service, Answer answer) =>
        (await service.Anonymous.WithCookie(SessionOf(answer)).GetAsync(ServiceClient.Me)).Json.GetProperty("user");

    private static async Task<string?> RoleAsync(TestService service, Answer answer) =>
        (await service.Anonymous.WithCookie(SessionOf(answer)).GetAsync(ServiceClient.Me + "/profile")).Json.GetProperty("rootRole").GetProperty("name").GetString();

    private static void Set(SecurityTokenDescriptor token, string type, string value)
    {
        token.Subject.FindAll(type).ToList().ForEach(token.Subject.RemoveClaim);
        token.Claims ??= new Dictionary<string, object>();
        token.Claims[type] = value;
    }

    private static string SessionOf(Answer answer) =>
        answer.Header("set-cookie").ShouldNotBeNull(answer.Header("location")).Split([", ", ";"], StringSplitOptions.None).Single(part => part.StartsWith("unleash-session=", StringComparison.Ordinal));

    private static async Task PutAsync(TestService service, long id, string json)
    {
        var answer = await service.Administrator.SendAsync(HttpMethod.Put, $"{Users}/{id}", ServiceClient.Json(json));
        answer.Status.ShouldBe(200, answer.Body);
    }
}

using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Sessions;

/// <summary>docs/api.md, section 3: <c>POST /auth/simple/login</c>.</summary>
public abstract class SignInTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Mismatch =
        "The combination of password and username you provided is invalid. If you have forgotten your password, "
        + "get in touch with your instance administrator.";

    [Fact]
    public async Task The_first_administrator_signs_in_with_the_configured_password()
    {
        var answer = await Service.Anonymous.TrySignInAsync(TestService.AdminName, TestService.AdminPassword);

        answer.Status.ShouldBe(200, answer.Body);
        answer.Header("cache-control").ShouldBe("no-store");
        answer.Json.GetProperty("username").GetString().ShouldBe(TestService.AdminName);
        var me = await Service.Anonymous.WithCookie(answer.SessionCookie()).GetAsync(ServiceClient.Me);
        me.Json.GetProperty("permissions").EnumerateArray()
            .Select(permission => permission.GetProperty("permission").GetString()).ShouldBe(["ADMIN"]);
    }

    [Fact]
    public async Task The_answer_is_the_user_as_read_later_and_counts_the_sessions()
    {
        var account = await new AccountOptions { Username = "counted", Name = "C. Ounted", Password = "a long password" }
            .CreateAsync(Service.Services);
        await Service.Anonymous.SignInAsync("counted", "a long password");

        var answer = await Service.Anonymous.TrySignInAsync("counted", "a long password");

        var signedIn = answer.Json.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetRawText());
        var me = await Service.Anonymous.WithCookie(answer.SessionCookie()).GetAsync(ServiceClient.Me);
        foreach (var property in me.Json.GetProperty("user").EnumerateObject())
        {
            signedIn[property.Name].ShouldBe(property.Value.GetRawText());
        }

        signedIn["id"].ShouldBe($"{account.Id}");
        signedIn["activeSessions"].ShouldBe("2");
        signedIn["deletedSessions"].ShouldBe("0");
    }

    [Fact]
    public async Task An_email_address_signs_in_in_any_case_and_a_username_in_its_own()
    {
        await new AccountOptions { Username = "Ann", Email = "Ann.Other@Example.com", Password = "a long password" }
            .CreateAsync(Service.Services);

        foreach (var name in new[] { "Ann", "Ann.Other@Example.com", "ann.other@example.com", "ANN.OTHER@EXAMPLE.COM" })
        {
            (await Service.Anonymous.TrySignInAsync(name, "a long password")).Status.ShouldBe(200);
        }

        foreach (var name in new[] { "ann", "ANN", "Ann ", "" })
        {
            (await Service.Anonymous.TrySignInAsync(name, "a long password")).ShouldBeError(401, "PasswordMismatch");
        }
    }

    [Fact]
    public async Task An_unknown_user_and_a_wrong_password_have_the_same_answer()
    {
        await new AccountOptions { Username = "known", Password = "a long password" }.CreateAsync(Service.Services);
        await new AccountOptions { Username = "passwordless" }.CreateAsync(Service.Services);

        foreach (var (name, password) in new[] { ("known", "wrong"), ("known", ""), ("passwordless", "wrong"), ("unknown", "wrong"), (new string('x', 5000), "wrong") })
        {
            var answer = await Service.Anonymous.TrySignInAsync(name, password);
            answer.ShouldBeError(401, "PasswordMismatch", Mismatch).Details.ShouldHaveSingleItem().Message.ShouldBe(Mismatch);
            answer.Header("set-cookie").ShouldBeNull();
        }
    }

    [Fact]
    public async Task Failures_are_counted_until_a_success()
    {
        await new AccountOptions { Username = "clumsy", Password = "a long password" }.CreateAsync(Service.Services);
        var client = await Service.Anonymous.SignInAsync("clumsy", "a long password");

        await Service.Anonymous.TrySignInAsync("clumsy", "wrong");
        await Service.Anonymous.TrySignInAsync("clumsy", "wrong");
        (await AttemptsAsync(client)).ShouldBe(2);

        await Service.Anonymous.TrySignInAsync("clumsy", "a long password");
        (await AttemptsAsync(client)).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"username":"admin"}""", "/body/password", "The `/body/password` property is required. It was not present on the data you sent.")]
    [InlineData("""{"password":"hunter2hunter2"}""", "/body/username", "The `/body/username` property is required. It was not present on the data you sent.")]
    [InlineData("""{"username":1,"password":"hunter2hunter2"}""", "/body/username", "The `/body/username` property must be string.")]
    [InlineData("""{"username":"admin","password":["hunter2hunter2"]}""", "/body/password", "The `/body/password` property must be string.")]
    [InlineData("""{"username":"admin","password":null}""", "/body/password", "The `/body/password` property must be string.")]
    [InlineData("""["hunter2hunter2"]""", "/body", "The `/body` property must be object.")]
    public async Task What_is_missing_or_wrong_is_told_without_the_password(string body, string path, string message)
    {
        var answer = await Service.Anonymous.PostAsync(ServiceClient.Login, body);

        answer.ShouldBreakSchema((path, message));
        answer.Body.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Nothing_but_json_is_taken()
    {
        var form = new FormUrlEncodedContent([new("username", TestService.AdminName), new("password", TestService.AdminPassword)]);

        (await Service.Anonymous.SendAsync(HttpMethod.Post, ServiceClient.Login, form)).ShouldBeError(415, "ContentTypeError");
        (await Service.Anonymous.PostAsync(ServiceClient.Login, "{\"password\":\"hunter2")).ShouldBeError(400, "BadDataError")
            .Message.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Signing_in_anew_is_open_to_a_stale_session_and_to_any_header()
    {
        var body = $"{{\"username\":\"{TestService.AdminName}\",\"password\":\"{TestService.AdminPassword}\"}}";

        (await Service.Anonymous.WithCookie("unleash-session=stale").PostAsync(ServiceClient.Login, body)).Status.ShouldBe(200);
        (await Service.Anonymous.WithAuthorization("nonsense").PostAsync(ServiceClient.Login, body)).Status.ShouldBe(200);
    }

    private static async Task<int> AttemptsAsync(ServiceClient client) =>
        (await client.GetAsync(ServiceClient.Me)).Json.GetProperty("user").GetProperty("loginAttempts").GetInt32();
}

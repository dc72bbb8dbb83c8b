using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Sessions;

/// <summary>docs/api.md, section 3: <c>POST /auth/demo/login</c>.</summary>
public abstract class DemoSignInTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_user_is_made_on_first_sight_and_known_afterwards()
    {
        var first = await Service.Anonymous.PostAsync(ServiceClient.DemoLogin, """{"email":"new@example.com"}""");
        var again = await Service.Anonymous.PostAsync(ServiceClient.DemoLogin, """{"email":"New@Example.com"}""");

        first.Status.ShouldBe(200, first.Body);
        first.Json.GetProperty("email").GetString().ShouldBe("new@example.com");
        again.Json.GetProperty("id").GetInt64().ShouldBe(first.Json.GetProperty("id").GetInt64());
        again.Json.GetProperty("activeSessions").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_user_who_has_no_password_cannot_change_it()
    {
        var user = await Service.Anonymous.SignInByEmailAsync("passwordless@example.com");

        (await user.GetAsync(ServiceClient.Me + "/profile")).Json.GetProperty("canChangePassword").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Of_many_first_sights_at_once_one_makes_the_user()
    {
        // A slow disk can have the last of twenty writers wait longer than they may, and asks them to try again.
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Eventually.GetAsync(
            () => Service.Anonymous.PostAsync(ServiceClient.DemoLogin, """{"email":"crowd@example.com"}"""),
            answer => answer.Status != 503,
            null,
            Cancel)));

        answers.ShouldAllBe(answer => answer.Status == 200, string.Join('\n', Service.Logs.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal))));
        answers.Select(answer => answer.Json.GetProperty("id").GetInt64()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task It_opens_no_account_that_has_a_password()
    {
        await new AccountOptions { Email = "guarded@example.com", Password = "a long password" }.CreateAsync(Service.Services);

        foreach (var email in new[] { "guarded@example.com", TestService.AdminName })
        {
            var answer = await Service.Anonymous.PostAsync(ServiceClient.DemoLogin, $"{{\"email\":\"{email}\"}}");
            answer.Status.ShouldBeInRange(400, 401);
            answer.Header("set-cookie").ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"email":1}""")]
    [InlineData("""{"email":null}""")]
    [InlineData("""{"email":""}""")]
    [InlineData("""{"email":"nobody"}""")]
    [InlineData("""{"email":"@"}""")]
    [InlineData("""{"email":"a b@example.com"}""")]
    public async Task What_is_no_address_is_refused(string body) =>
        (await Service.Anonymous.PostAsync(ServiceClient.DemoLogin, body)).ShouldBeError(400, "BadDataError");

    [Fact]
    public async Task It_exists_only_where_it_is_switched_on()
    {
        var silent = await StartAsync(new ServiceOptions { Unset = ["Authentication:Demo"] });
        var off = await StartAsync(("Authentication:Demo", "false"));

        foreach (var service in new[] { silent, off })
        {
            (await service.Anonymous.PostAsync(ServiceClient.DemoLogin, """{"email":"new@example.com"}""")).ShouldBeError(
                404, "NotFoundError", "The path you were looking for (/auth/demo/login) is not available.");
        }
    }
}

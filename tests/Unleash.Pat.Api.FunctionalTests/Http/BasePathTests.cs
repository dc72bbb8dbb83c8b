using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.Http.Addresses;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary><c>BasePath</c>: everything that names an address has it in front, spelt in one way.</summary>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class BasePathTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData("unleash", "/unleash", "/unleash")]
    [InlineData("/unleash/", "/UNLEASH", "/unleash")]
    [InlineData("/team/pat", "/team/pat", "/team/pat")]
    [InlineData("/über", "/%C3%BCber", "/%C3%BCber")]
    public async Task Cookies_and_locations_have_it_as_browsers_send_it(string configured, string sent, string shown)
    {
        var service = await StartAsync(("BasePath", configured));

        var login = await service.Anonymous.PostAsync(sent + ServiceClient.DemoLogin, """{"email":"below@example.com"}""");
        var client = service.Anonymous.WithCookie(login.SessionCookie());
        var location = (await client.PostAsync(sent + ServiceClient.Tokens, "{}")).Header("location").ShouldNotBeNull();

        login.Header("set-cookie").ShouldNotBeNull().ShouldContain($"path={shown};");
        location.ShouldStartWith($"{shown}/api/admin/user/tokens/");
        (await client.GetAsync(location)).Status.ShouldBe(200);
        (await service.Anonymous.GetAsync($"{sent}/")).Body.ShouldContain($"<base href=\"{shown}/\" />");
        (await client.SendAsync(HttpMethod.Post, $"{sent}/logout")).Header("location").ShouldBe($"{shown}/signed-out");
    }

    [Fact]
    public async Task A_browser_that_spells_it_otherwise_is_sent_to_the_right_spelling()
    {
        var service = await StartAsync(("BasePath", "/unleash"));

        var answer = await service.Anonymous.SendAsync(HttpMethod.Get, "/UnLeash/login?redirect=%2F", null, ("accept", Browser));

        answer.Status.ShouldBe(307);
        answer.Header("location").ShouldBe("/unleash/login?redirect=%2F");
        (await service.Anonymous.GetAsync("/UnLeash/health")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("/", true)]
    [InlineData("/a", true)]
    [InlineData("/a/b-c_d.e~f/", true)]
    [InlineData("/%C3%A9", true)]
    [InlineData("a", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/a//b", false)]
    [InlineData("/a//", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/a/../b", false)]
    [InlineData("/.", false)]
    [InlineData("/a;b", false)]
    [InlineData("/a?b", false)]
    [InlineData("/a#b", false)]
    [InlineData("/a b", false)]
    [InlineData("/a%20b", false)]
    [InlineData("/a%2Fb", false)]
    [InlineData("/a%0Ab", false)]
    [InlineData("/a\"b", false)]
    [InlineData("/a&lt", false)]
    [InlineData("/%", false)]
    public void Only_a_path_that_leads_nowhere_else_is_one(string text, bool isPath) =>
        UrlPath.TryRead(text, out _).ShouldBe(isPath);
}

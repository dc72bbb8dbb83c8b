using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.AdminUi;

/// <summary>Who asks for what is not there is told so in the form that they read.</summary>
/// <remarks>On SQLite alone: no engine has a part in it.</remarks>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class NotFoundPageTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    [Theory]
    [InlineData(Browser)]
    [InlineData("text/html")]
    [InlineData("TEXT/HTML")]
    [InlineData("text/*")]
    [InlineData("application/json;q=0.5, text/html;q=0.6")]
    [InlineData("*/*;q=0.1, text/html;q=0.2")]
    [InlineData("text/html, application/json;q=0")]
    public async Task A_browser_gets_the_page(string accept)
    {
        foreach (var path in new[] { "/nope", "/tokens/1?x=1", "/loginn", "/nope.html", "/x//evil.example/" })
        {
            var page = await Service.Anonymous.SendAsync(HttpMethod.Get, path, null, ("accept", accept));

            page.Status.ShouldBe(404, path);
            page.Header("content-type").ShouldBe("text/html; charset=utf-8");
            page.Header("cache-control").ShouldBe("no-store");
            page.Header("content-security-policy").ShouldNotBeNull().ShouldContain("script-src 'self'");
            page.Body.ShouldContain("<base href=\"/\" />");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("text/html, application/json")]
    [InlineData("application/json, text/html;q=0.9")]
    [InlineData("text/html;q=0, */*")]
    [InlineData("text/html;q=0")]
    [InlineData("image/avif,image/webp,*/*;q=0.8")]
    [InlineData("text/css,*/*;q=0.1")]
    [InlineData("nonsense;;q=x,,,")]
    public async Task A_program_gets_the_error(string? accept) => await ShouldBeErrorAsync("/nope", HttpMethod.Get, accept);

    [Theory]
    [InlineData("/api/nope")]
    [InlineData("/API/admin/nope")]
    [InlineData("/auth/nope")]
    [InlineData("/oauth2/nope")]
    [InlineData("/.well-known/nope")]
    [InlineData("/health/nope")]
    [InlineData("/ready/nope")]
    [InlineData("/docs/nope")]
    public async Task The_addresses_of_programs_answer_as_ever(string path) => await ShouldBeErrorAsync(path, HttpMethod.Get, Browser);

    [Fact]
    public async Task Only_who_reads_gets_a_page() => await ShouldBeErrorAsync("/nope", HttpMethod.Post, Browser);

    [Fact]
    public async Task What_a_program_may_not_see_is_refused_in_its_form_whatever_it_accepts()
    {
        foreach (var accept in new[] { Browser, "application/json;q=0", "text/xml", "nonsense", "*/*;q=0" })
        {
            (await Service.Anonymous.SendAsync(HttpMethod.Get, ServiceClient.Me, null, ("accept", accept)))
                .ShouldBeError(401, "AuthenticationRequired");
            var found = await Service.Administrator.SendAsync(HttpMethod.Get, ServiceClient.Events, null, ("accept", accept));
            found.Status.ShouldBe(200, accept);
            found.Header("content-type").ShouldBe("application/json; charset=utf-8");
        }
    }

    private async Task ShouldBeErrorAsync(string path, HttpMethod method, string? accept)
    {
        (string, string)[] headers = accept is null ? [] : [("accept", accept)];

        (await Service.Anonymous.SendAsync(method, path, null, headers))
            .ShouldBeError(404, "NotFoundError", $"The path you were looking for ({path}) is not available.");
    }
}

using System.Text.RegularExpressions;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.AdminUi;

/// <summary>How the service serves its admin UI.</summary>
public abstract partial class AdminUiFilesTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/login?redirect=profile")]
    [InlineData("/profile/personal-api-tokens")]
    public async Task The_start_page_is_served_at_every_page_and_never_cached(string path)
    {
        var page = await Service.Anonymous.GetAsync(path);

        page.Status.ShouldBe(200);
        page.Header("content-type").ShouldBe("text/html; charset=utf-8");
        page.Header("cache-control").ShouldBe("no-store");
        page.Body.ShouldContain("<base href=\"/\" />");
    }

    [Theory]
    [InlineData("/", "/login")]
    [InlineData("/profile", "/login?redirect=profile")]
    [InlineData("/admin/users/7?page=2&search=a%20b", "/login?redirect=admin%2Fusers%2F7%3Fpage%3D2%26search%3Da%2520b")]
    public async Task A_browser_without_a_session_is_sent_to_the_sign_in_page(string path, string target)
    {
        var sent = await OpenAsync(Service.Anonymous, path);

        sent.Status.ShouldBe(302);
        sent.Header("location").ShouldBe(target);
        sent.Header("cache-control").ShouldBe("no-store");
        (await OpenAsync((await Service.AccountAsync()).Client, path)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/signed-out")]
    [InlineData("/sign-in.html")]
    public async Task The_sign_in_page_needs_no_WebAssembly(string path)
    {
        var page = await OpenAsync(Service.Anonymous, path);

        page.Status.ShouldBe(200);
        page.Header("content-security-policy").ShouldNotBeNull().ShouldContain("script-src 'self'");
        page.Body.ShouldContain("<form");
        page.Body.ShouldNotContain("<script src=\"_framework");
    }

    [Fact]
    public async Task In_demo_mode_the_sign_in_page_asks_for_an_address()
    {
        var service = await StartAsync(("Authentication:Demo", "false"), ("BasePath", "unleash"));

        (await OpenAsync(Service.Anonymous, "/login")).Body.ShouldContain("data-mode=\"demo\"");
        (await OpenAsync(service.Anonymous, "/unleash/login")).Body.ShouldContain("data-mode=\"password\"");
        (await OpenAsync(service.Anonymous, "/unleash/profile")).Header("location").ShouldBe("/unleash/login?redirect=profile");
    }

    /// <summary>The page as it was built, of which there are packed forms, has neither its policy nor its base path.</summary>
    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("gzip, deflate, br, zstd")]
    public async Task The_start_page_is_one_whatever_the_browser_unpacks(string encodings)
    {
        var page = await Service.Anonymous.SendAsync(HttpMethod.Get, "/index.html", null, ("accept-encoding", encodings));

        page.Status.ShouldBe(200);
        page.Header("content-security-policy").ShouldNotBeNull().ShouldContain("script-src 'self'");
        (await Service.Anonymous.GetAsync("/index.html.gz")).ShouldBeError(404, "NotFoundError");
    }

    [Theory]
    [InlineData("range", "bytes=99999999-", 416, "RangeNotSatisfiableError")]
    [InlineData("if-match", "\"another\"", 412, "PreconditionFailedError")]
    public async Task A_part_or_a_version_that_is_not_there_is_told_as_such(string header, string value, int status, string name)
    {
        var page = (await Service.Anonymous.GetAsync("/")).Body;
        var file = $"/{Names().Match(page).Groups[1].Value}";

        (await Service.Anonymous.SendAsync(HttpMethod.Get, file, null, (header, value))).ShouldBeError(status, name);
    }

    /// <summary>Threat: a browser runs a script of another version, or one that was changed on the way.</summary>
    [Fact]
    public async Task Each_script_of_the_page_is_named_with_its_fingerprint_and_its_hash()
    {
        var page = (await Service.Anonymous.GetAsync("/")).Body;

        page.ShouldContain("<script type=\"importmap\">{");
        Scripts().Matches(page).Select(match => match.Value).ToList().ShouldSatisfyAllConditions(
            scripts => scripts.Count.ShouldBeGreaterThanOrEqualTo(3),
            scripts => scripts.ShouldAllBe(script => script.Contains(" integrity=\"sha256-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Scripts_come_from_the_service_alone_and_none_is_written_into_the_page_later()
    {
        var policy = (await Service.Anonymous.GetAsync("/")).Header("content-security-policy").ShouldNotBeNull();

        var scripts = policy.Split("; ").Single(part => part.StartsWith("script-src", StringComparison.Ordinal));
        Regex.Replace(scripts, "'sha256-[A-Za-z0-9+/]{43}='", "#").ShouldBe("script-src 'self' 'wasm-unsafe-eval' #");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("http");
    }

    [Fact]
    public async Task What_the_page_names_is_there_and_kept_for_a_year()
    {
        var page = (await Service.Anonymous.GetAsync("/")).Body;

        var names = Names().Matches(page).Select(match => match.Groups[1].Value).ToList();
        names.Count.ShouldBeGreaterThan(4);
        names.Add("fonts/inter-5.3.0-latin.woff2");
        foreach (var name in names)
        {
            name.ShouldNotStartWith("http");
            var file = await Service.Anonymous.GetAsync($"/{name}");
            file.Status.ShouldBe(200, name);
            file.Header("cache-control").ShouldBe("max-age=31536000, immutable", name);
            file.Header("x-content-type-options").ShouldBe("nosniff", name);
        }
    }

    [Fact]
    public async Task Nothing_is_written_to_a_page()
    {
        (await Service.Anonymous.PostAsync("/", "{}")).ShouldBeError(405, "MethodNotAllowedError")
            .Message.ShouldStartWith("POST is not available here");
        (await Service.Anonymous.SendAsync(HttpMethod.Head, "/")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Under_a_base_path_the_page_finds_its_files_there()
    {
        var service = await StartAsync(("BasePath", "unleash"));

        var page = await service.Anonymous.GetAsync("/unleash/profile/personal-api-tokens");

        page.Body.ShouldContain("<base href=\"/unleash/\" />");
        var name = Names().Match(page.Body).Groups[1].Value;
        (await service.Anonymous.GetAsync($"/unleash/{name}")).Status.ShouldBe(200);
    }

    private static Task<Answer> OpenAsync(ServiceClient client, string path) =>
        client.SendAsync(HttpMethod.Get, path, null, ("accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

    [GeneratedRegex("<script src=[^>]*>")]
    private static partial Regex Scripts();

    [GeneratedRegex("(?:href|src)=\"([^\"]+\\.(?:css|js|svg))\"")]
    private static partial Regex Names();
}

using System.Text.RegularExpressions;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OpenApi;

/// <summary>The page that shows the description needs no credentials, works below any base path, and loads nothing from other hosts.</summary>
[OneEngineOnly("It is about the description of the API, which no engine changes.")]
public sealed partial class ApiPageTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    [Theory]
    [InlineData("")]
    [InlineData("/pat")]
    public async Task The_page_and_all_that_it_loads_are_the_services_own(string basePath)
    {
        var service = await StartAsync(("BasePath", basePath));

        var page = await service.Anonymous.GetAsync($"{basePath}/docs/openapi/index.html");

        page.Status.ShouldBe(200);
        var links = Links().Matches(page.Body).Select(match => match.Groups[1].Value).ToList();
        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link => !link.Contains("//", StringComparison.Ordinal));
        foreach (var link in links)
        {
            (await service.Anonymous.GetAsync($"{basePath}/docs/openapi/{link}")).Status.ShouldBe(200, link);
        }

        page.Body.ShouldContain($"\"url\":\"{basePath}/docs/openapi.json\"");
        page.Body.ShouldContain("validatorUrl: null");
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("/pat", "/pat")]
    public async Task The_page_is_found_and_the_document_names_the_base_path(string basePath, string server)
    {
        var service = await StartAsync(("BasePath", basePath));

        var found = await service.Anonymous.GetAsync($"{basePath}/docs/openapi/");
        var document = await service.Anonymous.GetAsync($"{basePath}/docs/openapi.json");

        found.Status.ShouldBeOneOf(200, 302);
        (found.Header("location") ?? basePath).ShouldStartWith(basePath);
        document.Json.GetProperty("servers")[0].GetProperty("url").GetString().ShouldBe(server);
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Links();
}

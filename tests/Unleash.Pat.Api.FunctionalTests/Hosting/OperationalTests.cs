using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>Health, readiness, roles and what the admin UI asks first.</summary>
public abstract class OperationalTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Theory]
    [InlineData("/health")]
    [InlineData("/ready")]
    public async Task The_service_is_well_and_says_so_to_anybody(string path)
    {
        var answer = await Service.Anonymous.GetAsync(path);

        answer.Status.ShouldBe(200, answer.Body);
        answer.Body.ShouldBe("""{"health":"GOOD"}""");
    }

    [Fact]
    public async Task The_roles_are_the_three_root_roles()
    {
        var answer = await Service.Administrator.GetAsync("/api/admin/roles");

        answer.Json.GetProperty("version").GetInt32().ShouldBe(1);
        answer.Json.GetProperty("roles").EnumerateArray()
            .Select(role => (role.GetProperty("id").GetInt32(), role.GetProperty("name").GetString(), role.GetProperty("type").GetString()))
            .ShouldBe([(1, "Admin", "root"), (2, "Editor", "root"), (3, "Viewer", "root")]);
    }

    [Fact]
    public async Task Administrators_alone_see_what_the_service_runs_on()
    {
        var account = await Service.AccountAsync();

        var answer = await Service.Administrator.GetAsync("/api/admin/installation");

        answer.Status.ShouldBe(200, answer.Body);
        answer.Json.GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
        answer.Json.GetProperty("databaseProvider").GetString().ShouldBe(Engine.Name);
        answer.Json.GetProperty("runtime").GetString().ShouldStartWith(".NET ");
        Guid.TryParse(answer.Json.GetProperty("instanceId").GetString(), out _).ShouldBeTrue();
        (await account.Client.GetAsync("/api/admin/installation")).ShouldBeError(403, "NoAccessError");
    }

    [Fact]
    public async Task The_configuration_of_the_UI_holds_what_it_reads_and_no_null()
    {
        var account = await Service.AccountAsync();

        var answer = await account.Client.GetAsync("/api/admin/ui-config");

        answer.Status.ShouldBe(200, answer.Body);
        answer.Body.ShouldNotContain("null");
        var config = answer.Json;
        config.GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
        config.GetProperty("unleashUrl").GetString().ShouldStartWith("http://");
        config.GetProperty("baseUriPath").GetString().ShouldBe("");
        config.GetProperty("authenticationType").GetString().ShouldBe("demo");
        config.GetProperty("flags").GetProperty("personalAccessTokensKillSwitch").GetBoolean().ShouldBeFalse();
        config.GetProperty("resourceLimits").GetProperty("projects").GetInt32().ShouldBe(500);
        config.GetProperty("versionInfo").GetProperty("current").GetProperty("oss").GetString().ShouldNotBeNullOrEmpty();
        config.GetProperty("links").ValueKind.ShouldBe(JsonValueKind.Array);
    }

    [Fact]
    public async Task The_configuration_of_the_UI_tells_the_rules_for_new_tokens()
    {
        var bounded = await StartAsync(
            ("Pats:MaxLifetime", "20.00:00:00"), ("Pats:RequireDescription", "true"), ("Pats:MaxPerUser", "3"), ("Pats:DefaultLifetime", "20.00:00:00"));

        (await TokenRulesAsync(Service)).ShouldBe("""{"enabled":true,"maxPerUser":10,"requireDescription":false,"defaultLifetime":2592000}""");
        (await TokenRulesAsync(bounded)).ShouldBe(
            """{"enabled":true,"maxPerUser":3,"requireDescription":true,"defaultLifetime":1728000,"maxLifetime":1728000}""");
    }

    [Fact]
    public async Task The_configuration_of_the_UI_follows_the_services_own()
    {
        var service = await StartAsync(("Pats:Enabled", "false"), ("Authentication:Demo", "false"), ("BasePath", "unleash"));

        var config = (await service.Administrator.GetAsync("/unleash/api/admin/ui-config")).Json;

        config.GetProperty("personalAccessTokens").GetProperty("enabled").GetBoolean().ShouldBeFalse();

        config.GetProperty("flags").GetProperty("personalAccessTokensKillSwitch").GetBoolean().ShouldBeTrue();
        config.GetProperty("authenticationType").GetString().ShouldBe("open-source");
        config.GetProperty("baseUriPath").GetString().ShouldBe("/unleash");
        config.GetProperty("unleashUrl").GetString().ShouldEndWith("/unleash");
        (await service.Anonymous.GetAsync("/unleash/health")).Status.ShouldBe(200);
    }

    private static async Task<string> TokenRulesAsync(TestService service) =>
        (await service.Administrator.GetAsync("/api/admin/ui-config")).Json.GetProperty("personalAccessTokens").GetRawText();
}

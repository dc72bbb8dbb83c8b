using Bunit;
using Moq;
using Unleash.Pat.AdminUi.About;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.About;

public class AboutPageTests : ComponentTests
{
    public AboutPageTests()
    {
        Config.Version = "1.2.3";
        Config.AuthenticationType = "open-source";
        Policy.RevokeUnusedAfter = "90.00:00:00";
        Client.Setup(client => client.Service.GetInstallationAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new Installation
        {
            Version = "1.2.3+abc",
            DatabaseProvider = "SqlServer",
            Runtime = ".NET 10.0.1",
            OperatingSystem = "Linux, X64",
            InstanceId = "7f1d9c52",
        });
    }

    [Fact]
    public async Task Every_account_sees_the_version_and_the_rules_in_words_but_not_what_the_service_runs_on()
    {
        var page = await ShowAsync();

        var facts = Facts(page);
        facts["Version"].ShouldBe("1.2.3");
        facts["Signing in"].ShouldBe("Username or e-mail address, and password");
        facts["Lifetime"].ShouldBe("30 days by default, no limit");
        facts["Unused tokens"].ShouldBe("Revoked after 90 days without a use");
        facts.Keys.ShouldNotContain("Database");
        Client.Verify(client => client.Service.GetInstallationAsync(It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Administrators_see_and_copy_all_facts()
    {
        Me.Permissions = [new GrantedPermission { Permission = "ADMIN" }];
        Script.Setup<bool>("copy", _ => true).SetResult(true);
        var page = await ShowAsync();

        Facts(page)["Database"].ShouldBe("SQL Server");
        page.Button("Copy all facts").Click();

        var copied = Script.VerifyInvoke("copy").Arguments[0].ShouldBeOfType<string>();
        copied.ShouldStartWith("Version: 1.2.3+abc\n");
        copied.ShouldContain("\nDatabase: SQL Server\nRuntime: .NET 10.0.1\nOperating system: Linux, X64\n");
    }

    [Fact]
    public async Task Demo_mode_is_named()
    {
        Config.AuthenticationType = "demo";

        Facts(await ShowAsync())["Signing in"].ShouldBe("Demo: an e-mail address alone, or a password");
    }

    [Fact]
    public async Task Links_lead_to_the_description_of_the_API_the_source_and_the_licence()
    {
        var page = await ShowAsync();

        var links = page.FindAll(".about-links a");
        links.Select(link => link.GetAttribute("href")).ShouldContain("docs/openapi/");
        links.ShouldAllBe(link => link.GetAttribute("target") == "_blank" && link.GetAttribute("rel") == "noopener noreferrer");
    }

    private static Dictionary<string, string> Facts(IRenderedComponent<Shell> page) =>
        page.FindAll("dt").Zip(page.FindAll("dd")).ToDictionary(fact => fact.First.Text(), fact => fact.Second.Text());

    private async Task<IRenderedComponent<Shell>> ShowAsync()
    {
        await BeginSessionAsync();
        return Show<AboutPage>();
    }
}

using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Unleash.Pat.Api.Hosting.Settings;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>docs/configuration.md: <c>Pats:Scopes</c>, whose names have colons as the configuration's keys do.</summary>
public class NamedScopeTests
{
    private const string NotAScope = "must name a scope: at most 64 lower-case letters, digits and : . _ / -, beginning with a letter or digit.";

    [Theory]
    [InlineData("""{"deploy:write":"Deploys.","deploy":"Old.","a.b/c":""}""", "a.b/c= deploy=Old. deploy:write=Deploys.")]
    [InlineData("""{"deploy":{"write":"Deploys.","read":"Looks."}}""", "deploy:read=Looks. deploy:write=Deploys.")]
    [InlineData("""{"deploy:write":null}""", "deploy:write=")]
    [InlineData("""{"deploy":"","deploy:write":"Deploys."}""", "deploy:write=Deploys.")]
    [InlineData("""[{"Name":"z:1","Description":"Last."},{"name":"a:1"}]""", "z:1=Last. a:1=")]
    [InlineData("""["deploy:write","deploy:read"]""", "deploy:write= deploy:read=")]
    [InlineData("{}", "")]
    [InlineData("[]", "")]
    public void A_file_names_them(string section, string expected) => Text(OfFile(section)).ShouldBe(expected);

    [Fact]
    public void The_environment_names_them_and_outweighs_the_file()
    {
        const string Prefix = "NAMED_SCOPES_TEST_";
        (string Name, string Value)[] variables =
        [
            ("Pats__Scopes__0__Name", "deploy:write"), ("Pats__Scopes__0__Description", "Deploys."), ("Pats__Scopes__log__read", "Reads."),
        ];
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(Prefix + name, value);
        }

        try
        {
            Text(OfFile("""[{"Name":"old:write","Description":"Old."}]""", builder => builder.AddEnvironmentVariables(Prefix)))
                .ShouldBe("deploy:write=Deploys. log:read=Reads.");
        }
        finally
        {
            foreach (var (name, _) in variables)
            {
                Environment.SetEnvironmentVariable(Prefix + name, null);
            }
        }
    }

    [Theory]
    [InlineData("""{"Deploy":"x"}""", $"Pats:Scopes:Deploy {NotAScope}")]
    [InlineData("""{"deploy":{"Write":"x"}}""", $"Pats:Scopes:deploy:Write {NotAScope}")]
    [InlineData("""{"api:read":"x"}""", "Pats:Scopes:api:read must not begin with api:, because those scopes are the service's own.")]
    [InlineData("""[{"Name":"A secret"}]""", $"Pats:Scopes:0:Name {NotAScope}")]
    [InlineData("""[{"Description":"x"}]""", "Pats:Scopes:0:Name must be a scope's Name or Description.")]
    [InlineData("""[{"Name":"a","Descripton":"x"}]""", "Pats:Scopes:0:Descripton must be a scope's Name or Description.")]
    public void A_name_that_cannot_be_one_stops_the_start_and_no_value_is_repeated(string section, string fault) =>
        Should.Throw<OptionsValidationException>(() => Read(OfFile(section))).Failures.ShouldBe([fault]);

    private static string Text(IConfigurationRoot configuration) =>
        string.Join(' ', Read(configuration).Scopes.Select(scope => $"{scope.Key}={scope.Value}"));

    private static PatOptions Read(IConfigurationRoot configuration)
    {
        new SettingCheck(configuration).Require();
        using var services = new ServiceCollection().AddApplication(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<PatOptions>>().Value;
    }

    private static IConfigurationRoot OfFile(string section, Action<ConfigurationBuilder>? more = null)
    {
        var builder = new ConfigurationBuilder();
        builder.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes("""{"Pats":{"Scopes":""" + section + "}}")));
        more?.Invoke(builder);
        return builder.Build();
    }
}

using Microsoft.Extensions.Configuration;
using Unleash.Pat.Api.Hosting.Settings;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>What is misspelt among the service's own settings, and what belongs to others.</summary>
public class SettingCheckTests
{
    [Theory]
    [InlineData("Pats:MaxPerUsr", "Pats:MaxPerUser")]
    [InlineData("Pats:MaxPreUser", "Pats:MaxPerUser")]
    [InlineData("pats:maxperusr", "Pats:MaxPerUser")]
    [InlineData("Pats:ExpiryNotificationDay:0", "Pats:ExpiryNotificationDays:0")]
    [InlineData("Pats:ExpiryNotificationDays", "Pats:ExpiryNotificationDays:0")]
    [InlineData("Pats:ExpiryNotificationDays:first", "Pats:ExpiryNotificationDays:0")]
    [InlineData("Pats:Enabled:Please", null)]
    [InlineData("Pats:Colour", null)]
    [InlineData("Pat:MaxPerUser", "Pats:MaxPerUser")]
    [InlineData("Databse:Provider", "Database:Provider")]
    [InlineData("Database:Provder", "Database:Provider")]
    [InlineData("InitialAdmin:UserName1", "InitialAdmin:Username")]
    [InlineData("InitalAdmin:Password", "InitialAdmin:Password")]
    [InlineData("AdminTokens:x", "AdminTokens:0")]
    [InlineData("AdminToken:0", "AdminTokens:0")]
    [InlineData("AdminTokens", "AdminTokens:0")]
    [InlineData("Authentication:Dem", "Authentication:Demo")]
    [InlineData("RateLimitng:LoginPerMinute", "RateLimiting:LoginPerMinute")]
    [InlineData("RateLimiting:LoginsPerMinute", "RateLimiting:LoginPerMinute")]
    [InlineData("ConnectionStrings:UnleashPatt", "ConnectionStrings:UnleashPat")]
    [InlineData("ConnectionString:UnleashPat", "ConnectionStrings:UnleashPat")]
    [InlineData("BasPath", "BasePath")]
    [InlineData("MaxPerUser", "Pats:MaxPerUser")]
    [InlineData("migrateOnStart", "Database:MigrateOnStart")]
    public void A_misspelt_key_is_refused_with_the_right_one(string key, string? meant)
    {
        var message = Should.Throw<StartupException>(() => Check(new() { [key] = "5" })).Message;

        message.ShouldStartWith($"{key} is no setting of Unleash.Pat");
        message.ShouldEndWith(meant is null ? "--help lists the settings." : $"did you mean {meant}?");
    }

    [Theory]
    [InlineData("Logging:LogLevel:Default", "Information")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://localhost:1")]
    [InlineData("ConnectionStrings:Other", "x")]
    [InlineData("ConnectionStrings:UnleashPat_ProviderName", "x")]
    [InlineData("AllowedHosts", "*")]
    [InlineData("Paths:Data", "/data")]
    [InlineData("Pats:ExpiryNotificationDays", "")]
    [InlineData("Pats", "")]
    public void A_key_of_others_or_an_empty_section_is_left_alone(string key, string value) =>
        Should.NotThrow(() => Check(new() { [key] = value }));

    [Theory]
    [InlineData("DATABASE", "postgres")]
    [InlineData("SESSION", "gnome")]
    [InlineData("PATS", "x")]
    [InlineData("BASPATH", "x")]
    [InlineData("__odd", "x")]
    public void A_variable_of_the_machine_stops_no_start(string name, string value)
    {
        var before = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
        try
        {
            Should.NotThrow(() => new SettingCheck(new ConfigurationBuilder().AddEnvironmentVariables().Build()).Require());
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, before);
        }
    }

    [Fact]
    public void All_faults_are_told_at_once_and_no_value_is()
    {
        var message = Should.Throw<StartupException>(() => Check(new() { ["Pats:MaxPerUser"] = "hidden", ["Pats:Enabld"] = "hidden" })).Message;

        message.ShouldContain("Pats:MaxPerUser must be a whole number.");
        message.ShouldContain("did you mean Pats:Enabled?");
        message.ShouldNotContain("hidden");
    }

    private static void Check(Dictionary<string, string?> settings) =>
        new SettingCheck(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Require();
}

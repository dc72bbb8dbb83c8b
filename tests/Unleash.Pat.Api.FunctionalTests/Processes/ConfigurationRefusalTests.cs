using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>docs/api.md, section 6: a service that is configured wrong does not serve, says what to mend, and makes nothing.</summary>
/// <remarks>One value of each kind; <see cref="Hosting.SettingValueTests"/> has all.</remarks>
[OneEngineOnly("It is about the process, which no engine changes.")]
public sealed class ConfigurationRefusalTests : ProcessTests<SqliteEngine>
{
    [Theory]
    [InlineData("Pats:MaxPerUser", "0")]
    [InlineData("Pats:MaxPerUser", "many")]
    [InlineData("Pats:MaxPerUsr", "5")]
    [InlineData("Pats:ExpiryNotificationDays:0", "x")]
    [InlineData("InitialAdmin:Username", " admin")]
    [InlineData("RateLimiting:LoginPerMinute", "0")]
    [InlineData("AdminTokens:0", "secret-without-form")]
    [InlineData("PublicUrl", "https://user:secret-without-form@tokens.example.com")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "proxy.example.com")]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("BasePath", "https://x/y")]
    [InlineData("Logging:LogLevel:Default", "Loud")]
    [InlineData("ConnectionStrings:UnleashPat", "Data Source=:memory:")]
    [InlineData("ConnectionStrings:UnleashPat", "Nonsense=1")]
    [InlineData("Kestrel:Certificates:Default:Path", "missing.pfx")]
    public async Task A_wrong_value_is_named_and_nothing_is_made(string key, string value)
    {
        var service = Start(("Kestrel:Endpoints:Https:Url", "https://127.0.0.1:0"), (key, value));

        var sentence = await ShouldBeRefusedAsync(service, key);

        sentence.ShouldNotContain("secret-without-form");
        ShouldHaveMadeNothing(service.Folder);
    }

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.Production.json")]
    public async Task A_file_that_is_not_JSON_is_named(string name)
    {
        var service = Run([], prepare: folder => File.WriteAllText(Path.Combine(folder, name), "{\n  \"Pats\": { \"Enabled\": tru }\n}"));

        await ShouldBeRefusedAsync(service, name, "LineNumber: 1");
        File.Exists(Engine.FilePath).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_in_the_folder_that_the_service_is_started_in_counts()
    {
        var service = Run([], prepare: folder => File.WriteAllText(Path.Combine(folder, "appsettings.json"), """{"Pats":{"MaxPerUser":0}}"""));

        await ShouldBeRefusedAsync(service, "Pats:MaxPerUser");
    }

    [Fact]
    public async Task The_environment_outweighs_that_file()
    {
        var service = Run(
            [("Pats:MaxPerUser", "7")],
            prepare: folder => File.WriteAllText(Path.Combine(folder, "appsettings.json"), """{"Pats":{"MaxPerUser":0}}"""));

        await service.ReadyAsync(Cancel);
    }

    [Fact]
    public async Task A_wrong_value_in_a_file_of_secrets_is_named()
    {
        var service = Run([], ["--key-per-file", "secrets"], prepare: folder =>
        {
            Directory.CreateDirectory(Path.Combine(folder, "secrets"));
            File.WriteAllText(Path.Combine(folder, "secrets", "Pats__MaxPerUser"), "secret-without-form");
        });

        (await ShouldBeRefusedAsync(service, "Pats:MaxPerUser")).ShouldNotContain("secret-without-form");
    }

    private void ShouldHaveMadeNothing(string folder)
    {
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
        Directory.Exists(Path.GetDirectoryName(Engine.FilePath)).ShouldBeFalse();
    }
}

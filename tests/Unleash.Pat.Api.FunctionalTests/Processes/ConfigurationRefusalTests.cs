using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>Contract section 6: a service that is configured wrong does not serve, and says what to mend.</summary>
/// <remarks>On SQLite alone: no engine has a part in it.</remarks>
public sealed class ConfigurationRefusalTests : ProcessTests<SqliteEngine>
{
    [Theory]
    [InlineData("Pats:MaxPerUser", "0")]
    [InlineData("Pats:MaxPerUser", "many")]
    [InlineData("Pats:DefaultLifetime", "-1.00:00:00")]
    [InlineData("Pats:MaxLifetime", "00:00:00")]
    [InlineData("Pats:MaxLifetime", "a year")]
    [InlineData("Pats:ExpiryNotificationDays:0", "-1")]
    [InlineData("RateLimiting:LoginPerMinute", "0")]
    [InlineData("RateLimiting:LoginPerMinute", "few")]
    [InlineData("Authentication:Demo", "perhaps")]
    [InlineData("AdminTokens:0", "secret-without-form")]
    [InlineData("PublicUrl", "tokens.example.com")]
    [InlineData("PublicUrl", "/unleash")]
    [InlineData("PublicUrl", "ftp://tokens.example.com")]
    [InlineData("PublicUrl", "https://")]
    [InlineData("PublicUrl", "https://user:secret-without-form@tokens.example.com")]
    [InlineData("PublicUrl", "https://tokens.example.com/?a=b")]
    [InlineData("PublicUrl", "https://tokens.example.com/#a")]
    [InlineData("PublicUrl", "https://tokens.example.com//a")]
    [InlineData("PublicUrl", " https://tokens.example.com")]
    [InlineData("BasePath", "/a b")]
    [InlineData("BasePath", "/a;b")]
    [InlineData("ForwardedHeaders:ForwardLimit", "0")]
    [InlineData("ForwardedHeaders:ForwardLimit", "all")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "proxy.example.com")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "10.1")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "10.0.0.0/8")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "")]
    [InlineData("ForwardedHeaders:KnownProxies", "10.0.0.1")]
    [InlineData("ForwardedHeaders:KnownNetworks:0", "10.0.0.0")]
    [InlineData("ForwardedHeaders:KnownNetworks:0", "10.0.0.1/8")]
    [InlineData("ForwardedHeaders:KnownNetworks:0", "10.0.0.0/33")]
    [InlineData("Session:CookieName", "my session")]
    [InlineData("Session:CookieName", "a=b")]
    [InlineData("Session:CookieName", "sitzung-ü")]
    [InlineData("Session:ClearSiteData", "perhaps")]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("ConnectionStrings:UnleashPat", "Data Source=:memory:")]
    [InlineData("ConnectionStrings:UnleashPat", "Nonsense=1")]
    public async Task A_wrong_value_is_named(string key, string value)
    {
        var service = Start((key, value));

        (await service.ExitAsync(Cancel)).ShouldBe(1, string.Join('\n', service.Output));

        var sentence = service.Errors.Split('\n').ShouldHaveSingleItem();
        sentence.ShouldStartWith("Unleash.Pat cannot start: ");
        sentence.ShouldContain(key.Replace(":0", "", StringComparison.Ordinal));
        sentence.ShouldNotContain("secret-without-form");
    }

    [Theory]
    [InlineData("https://tokens.example.com/a", "/b")]
    [InlineData("https://tokens.example.com", "/b")]
    [InlineData("https://tokens.example.com/B", "/b")]
    public async Task Two_paths_that_contradict_each_other_are_named(string publicUrl, string basePath)
    {
        var service = Start(("PublicUrl", publicUrl), ("BasePath", basePath));

        (await service.ExitAsync(Cancel)).ShouldBe(1, string.Join('\n', service.Output));

        service.Errors.ShouldContain("BasePath");
        service.Errors.ShouldContain("PublicUrl");
    }

    [Fact]
    public async Task An_address_in_use_is_named()
    {
        var first = Start();
        var address = await first.ReadyAsync(Cancel);

        var second = Start(("Kestrel:Endpoints:Http:Url", address.ToString()));

        (await second.ExitAsync(Cancel)).ShouldBe(1);
        second.Errors.ShouldContain($"{address.Port}");
    }
}

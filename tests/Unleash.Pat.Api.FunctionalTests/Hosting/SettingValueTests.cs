using Unleash.Pat.Api.Hosting;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>docs/api.md, section 6: every value that cannot be used stops the start with a sentence that names its key.</summary>
public class SettingValueTests
{
    private const string LongName =
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
        + "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
        + "12345678901234567890123456789012345678901234567890";

    [Theory]
    [InlineData("Pats:Enabled", "maybe")]
    [InlineData("Pats:Enabled", "1")]
    [InlineData("Pats:Enabled", "")]
    [InlineData("Pats:MaxPerUser", "0")]
    [InlineData("Pats:MaxPerUser", "-1")]
    [InlineData("Pats:MaxPerUser", "1001")]
    [InlineData("Pats:MaxPerUser", "99999999999")]
    [InlineData("Pats:MaxPerUser", "many")]
    [InlineData("Pats:MaxPerUser", "1.5")]
    [InlineData("Pats:MaxPerUser", "")]
    [InlineData("Pats:DefaultLifetime", "00:00:00")]
    [InlineData("Pats:DefaultLifetime", "-1.00:00:00")]
    [InlineData("Pats:DefaultLifetime", "a month")]
    [InlineData("Pats:DefaultLifetime", "99999999.00:00:00")]
    [InlineData("Pats:MaxLifetime", "00:00:00")]
    [InlineData("Pats:MaxLifetime", "-1.00:00:00")]
    [InlineData("Pats:MaxLifetime", "a year")]
    [InlineData("Pats:MaxLifetime", "")]
    [InlineData("Pats:RequireDescription", "perhaps")]
    [InlineData("Pats:ExpiryNotificationDays:0", "x")]
    [InlineData("Pats:ExpiryNotificationDays:0", "")]
    [InlineData("Pats:ExpiryNotificationDays:1", "1.5")]
    [InlineData("Pats:ExpiryNotificationDays:0", "-1")]
    [InlineData("Pats:ExpiryNotificationDays:0", "0")]
    [InlineData("Pats:ExpiryNotificationDays:0", "3651")]
    [InlineData("InitialAdmin:Username", "")]
    [InlineData("InitialAdmin:Username", "  ")]
    [InlineData("InitialAdmin:Username", " admin")]
    [InlineData("InitialAdmin:Username", "admin ")]
    [InlineData("InitialAdmin:Username", "ad\u200bmin")]
    [InlineData("InitialAdmin:Username", LongName)]
    [InlineData("InitialAdmin:Password", "")]
    [InlineData("InitialAdmin:Password", "   ")]
    [InlineData("AdminTokens:0", "")]
    [InlineData("AdminTokens:0", "*:*.a")]
    [InlineData("AdminTokens:0", "*.*.a")]
    [InlineData("AdminTokens:0", "*:*.")]
    [InlineData("AdminTokens:0", "*.*.my-admin-token")]
    [InlineData("AdminTokens:0", "*:*.aaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("AdminTokens:0", "*:*.ababababababababababababab")]
    [InlineData("AdminTokens:1", "*:*.a b c d e f g h i j k l m n o p")]
    [InlineData("AdminTokens:0", "abcdefghijklmnopqrstuvwxyz")]
    [InlineData("Authentication:Demo", "perhaps")]
    [InlineData("RateLimiting:LoginPerMinute", "0")]
    [InlineData("RateLimiting:LoginPerMinute", "-5")]
    [InlineData("RateLimiting:LoginPerMinute", "few")]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Database:Provider", "1")]
    [InlineData("Database:Provider", "")]
    [InlineData("Database:MigrateOnStart", "never")]
    [InlineData("ConnectionStrings:UnleashPat", "")]
    [InlineData("ConnectionStrings:UnleashPat", "nonsense")]
    [InlineData("ConnectionStrings:UnleashPat", "Nonsense=1")]
    [InlineData("ConnectionStrings:UnleashPat", "Data Source=:memory:")]
    [InlineData("ConnectionStrings:UnleashPat", "Data Source=")]
    [InlineData("BasePath", "https://x/y")]
    [InlineData("BasePath", "/a b/?x")]
    [InlineData("BasePath", "//")]
    [InlineData("BasePath", "//x")]
    [InlineData("BasePath", "/a//b")]
    [InlineData("BasePath", "/a/../b")]
    [InlineData("BasePath", "/./a")]
    [InlineData("BasePath", "/a?b")]
    [InlineData("BasePath", "/a#b")]
    [InlineData("BasePath", "/a%2fb")]
    [InlineData("BasePath", "\\a")]
    [InlineData("BasePath", "/a\"><b")]
    [InlineData("BasePath", " /a")]
    [InlineData("PublicUrl", "tokens.example.com")]
    [InlineData("PublicUrl", "/unleash")]
    [InlineData("PublicUrl", "ftp://tokens.example.com")]
    [InlineData("PublicUrl", "https://")]
    [InlineData("PublicUrl", "https://user:secret-without-form@tokens.example.com")]
    [InlineData("PublicUrl", "https://tokens.example.com/?a=b")]
    [InlineData("PublicUrl", "https://tokens.example.com/#a")]
    [InlineData("PublicUrl", "https://tokens.example.com//a")]
    [InlineData("PublicUrl", " https://tokens.example.com")]
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
    [InlineData("PublicUrl", "")]
    [InlineData("Session:CookieName", "")]
    [InlineData("Session:CookieName", "my session")]
    [InlineData("Session:CookieName", "a=b")]
    [InlineData("Session:CookieName", "sitzung-ü")]
    [InlineData("Session:ClearSiteData", "perhaps")]
    [InlineData("Logging:LogLevel:Default", "Loud")]
    [InlineData("Logging:Console:LogLevel:Default", "Loud")]
    public async Task A_value_that_cannot_be_used_is_named(string key, string value) =>
        (await ReasonAsync((key, value))).ShouldNotBeNull().ShouldContain(key);

    [Fact]
    public async Task A_default_lifetime_beyond_the_longest_is_refused() =>
        (await ReasonAsync(("Pats:DefaultLifetime", "30.00:00:00"), ("Pats:MaxLifetime", "7.00:00:00")))
            .ShouldBe("Pats:DefaultLifetime must not be longer than Pats:MaxLifetime.");

    [Fact]
    public async Task A_connection_string_is_for_the_engine_that_is_configured() =>
        (await ReasonAsync(("Database:Provider", "SqlServer"), ("ConnectionStrings:UnleashPat", "Server=x;Password=hidden;Nonsense=1")))
            .ShouldNotBeNull().ShouldNotContain("hidden");

    [Theory]
    [InlineData("https://tokens.example.com/a", "/b")]
    [InlineData("https://tokens.example.com", "/b")]
    [InlineData("https://tokens.example.com/B", "/b")]
    public async Task Two_paths_that_contradict_each_other_are_named(string publicUrl, string basePath)
    {
        var reason = (await ReasonAsync(("PublicUrl", publicUrl), ("BasePath", basePath))).ShouldNotBeNull();

        reason.ShouldContain("BasePath");
        reason.ShouldContain("PublicUrl");
    }

    [Fact]
    public async Task A_cookie_that_browsers_refuse_below_a_path_is_refused() =>
        (await ReasonAsync(("Session:CookieName", "__Host-pat"), ("BasePath", "/pat"))).ShouldNotBeNull().ShouldContain("Session:CookieName");

    [Theory]
    [InlineData("__Host-pat", "http://tokens.example.com")]
    [InlineData("__secure-pat", "http://tokens.example.com/pat")]
    [InlineData("__Host-pat", "https://tokens.example.com/pat")]
    public async Task A_cookie_that_browsers_refuse_at_the_public_address_is_refused(string name, string publicUrl) =>
        (await ReasonAsync(("Session:CookieName", name), ("PublicUrl", publicUrl))).ShouldNotBeNull().ShouldStartWith("Session:CookieName begins with __");

    [Theory]
    [InlineData("__Host-pat", "https://tokens.example.com")]
    [InlineData("__Secure-pat", "https://tokens.example.com/pat")]
    public async Task A_cookie_that_browsers_take_at_the_public_address_is_used(string name, string publicUrl) =>
        (await ReasonAsync(("Session:CookieName", name), ("PublicUrl", publicUrl))).ShouldBeNull();

    [Fact]
    public async Task SQL_Server_has_no_default() =>
        (await ReasonAsync(("Database:Provider", "SqlServer"))).ShouldBe("Database:Provider=SqlServer needs ConnectionStrings:UnleashPat.");

    [Theory]
    [InlineData("BasePath", "")]
    [InlineData("BasePath", "/")]
    [InlineData("BasePath", "unleash")]
    [InlineData("BasePath", "/unleash/")]
    [InlineData("BasePath", "/a/b.c/~d_e")]
    [InlineData("BasePath", "/\u00fcber")]
    [InlineData("PublicUrl", "https://tokens.example.com")]
    [InlineData("PublicUrl", "http://[fd00::7]:8080/a/")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "fd00::7")]
    [InlineData("ForwardedHeaders:KnownNetworks:0", "0.0.0.0/0")]
    [InlineData("ForwardedHeaders:ForwardLimit", "2")]
    [InlineData("Session:CookieName", "__Host-pat")]
    [InlineData("Pats:Enabled", "False")]
    [InlineData("Pats:MaxLifetime", "45")]
    [InlineData("Pats:MaxLifetime", "1.00:00:00")]
    [InlineData("AdminTokens:0", "*.*.my-admin-token-of-the-ci")]
    [InlineData("InitialAdmin:Username", "root")]
    [InlineData("Database:Provider", "sqlite")]
    [InlineData("Logging:LogLevel:Default", "warning")]
    public async Task A_value_that_can_be_used_is_used(string key, string value) => (await ReasonAsync((key, value))).ShouldBeNull();

    private static async Task<string?> ReasonAsync(params (string Key, string Value)[] settings)
    {
        try
        {
            await using var app = ServiceProcess.Build([.. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
            return null;
        }
        catch (Exception exception) when (StartupFaults.IsOperatorError(exception, out var reason))
        {
            return reason;
        }
    }
}

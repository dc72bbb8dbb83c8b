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

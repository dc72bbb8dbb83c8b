using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.5, and what expiry does.</summary>
public abstract class ExpiryWarningTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 23, 59, 59, 990, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    [Theory]
    [InlineData("2026-06-01T00:00:00Z", "2026-05-17T23:59:59.999Z", null)]
    [InlineData("2026-06-01T00:00:00Z", "2026-05-18T00:00:00.000Z", "expires-soon")]
    [InlineData("2026-06-01T00:00:00Z", "2026-05-31T23:59:59.999Z", "expires-soon")]
    [InlineData("2026-06-01T00:00:00Z", "2026-06-01T00:00:00.000Z", "expired")]
    [InlineData("2026-06-01T00:00:00Z", "2026-09-01T00:00:00.000Z", "expired")]
    [InlineData("2026-05-05T12:00:00Z", "2026-05-02T00:00:00.000Z", null)]
    [InlineData("2026-05-05T12:00:00Z", "2026-05-03T00:00:00.000Z", "expires-soon")]
    [InlineData("2026-05-01T23:59:59.999Z", "2026-05-01T23:59:59.990Z", "expires-soon")]
    [InlineData("2026-05-02T00:00:00Z", "2026-05-01T23:59:59.990Z", null)]
    public async Task The_warning_counts_calendar_days_of_utc(string expiresAt, string now, string? warning) =>
        (await WarningAsync(expiresAt, now)).ShouldBe(warning);

    [Theory]
    [InlineData("2026-05-12T00:00:00Z", null)]
    [InlineData("2026-05-26T23:59:00Z", null)]
    [InlineData("2026-05-27T00:00:00Z", "expires-soon")]
    public async Task The_days_are_configured(string now, string? warning) =>
        (await WarningAsync("2026-06-01T00:00:00Z", now, ("Pats:ExpiryNotificationDays:0", "5"), ("Pats:ExpiryNotificationDays:1", "1")))
            .ShouldBe(warning);

    [Fact]
    public async Task An_expired_token_is_refused_and_still_listed()
    {
        var service = await StartAsync(_time);
        var account = await service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"expiresAt":"2026-05-01T23:59:59.992Z"}""");
        var bearer = service.Anonymous.WithAuthorization(token.Secret);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await bearer.GetAsync(ServiceClient.Me)).ShouldBeError(401, "UnauthorizedError", "You must log in to use Unleash.");
        (await account.Client.ListAsync()).ShouldHaveSingleItem().ExpiryWarning.ShouldBe("expired");
        (await account.Client.GetAsync(token.Path)).Read<IssuedToken>().ExpiryWarning.ShouldBe("expired");
    }

    [Fact]
    public async Task Expired_tokens_count_for_the_limit()
    {
        var service = await StartAsync(_time, ("Pats:MaxPerUser", "1"));
        var account = await service.AccountAsync();
        await account.Client.IssueAsync("""{"expiresAt":"2026-05-02T00:00:00Z"}""");

        _time.Advance(TimeSpan.FromHours(1));

        (await account.Client.PostAsync(ServiceClient.Tokens, "{}")).ShouldBeError(403, "OperationDeniedError");
    }

    private static DateTimeOffset Parse(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private async Task<string?> WarningAsync(string expiresAt, string now, params (string Key, string Value)[] settings)
    {
        var service = await StartAsync(_time, settings);
        var account = await service.AccountAsync(new() { Email = "holder@example.com" });
        var token = await account.Client.IssueAsync($"{{\"expiresAt\":\"{expiresAt}\"}}");

        // The session does not live as long as the token.
        _time.AdjustTime(Parse(now));
        var client = await service.Anonymous.SignInByEmailAsync("holder@example.com");
        var listed = (await client.ListAsync()).ShouldHaveSingleItem();
        (await client.GetAsync(token.Path)).Read<IssuedToken>().ShouldBe(listed);
        return listed.ExpiryWarning;
    }
}

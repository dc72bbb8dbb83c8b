using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.1: <c>expiresAt</c>.</summary>
public abstract class CreatePatExpiryTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    protected override ServiceOptions Options => new()
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 2, 27, 23, 59, 59, 123, TimeSpan.Zero).AddTicks(4567)),
    };

    [Theory]
    [InlineData("2099-04-19T08:15:14Z", "2099-04-19T08:15:14.000Z")]
    [InlineData("2099-04-19t08:15:14z", "2099-04-19T08:15:14.000Z")]
    [InlineData("2099-04-19T08:15:14.5Z", "2099-04-19T08:15:14.500Z")]
    [InlineData("2099-04-19T08:15:14.9999Z", "2099-04-19T08:15:14.999Z")]
    [InlineData("2099-12-31T23:59:59.99999999999999999999Z", "2099-12-31T23:59:59.999Z")]
    [InlineData("2099-04-19T08:15:14.0009999z", "2099-04-19T08:15:14.000Z")]
    [InlineData("2099-04-19T08:15:14+02:00", "2099-04-19T06:15:14.000Z")]
    [InlineData("2099-04-19T08:15:14.123-11:30", "2099-04-19T19:45:14.123Z")]
    [InlineData("2099-04-19T00:15:14+23:59", "2099-04-18T00:16:14.000Z")]
    [InlineData("2099-04-19T08:15:14-00:00", "2099-04-19T08:15:14.000Z")]
    [InlineData("2096-02-29T00:00:00Z", "2096-02-29T00:00:00.000Z")]
    [InlineData("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z")]
    [InlineData("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999Z")]
    public async Task Any_date_time_is_kept_to_the_millisecond(string sent, string kept)
    {
        var account = await Service.AccountAsync();

        var token = await account.Client.IssueAsync(Body(sent));

        token.ExpiresAt.ShouldBe(kept);
        (await account.Client.GetAsync(token.Path)).Read<IssuedToken>().ExpiresAt.ShouldBe(kept);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"expiresAt":null}""")]
    public async Task A_token_lives_thirty_days_where_nothing_else_is_asked(string body)
    {
        var account = await Service.AccountAsync();

        var token = await account.Client.IssueAsync(body);

        token.CreatedAt.ShouldBe("2026-02-27T23:59:59.123Z");
        token.ExpiresAt.ShouldBe("2026-03-29T23:59:59.123Z");
    }

    [Theory]
    [InlineData("2026-02-27T23:59:59.123Z")]
    [InlineData("2026-02-27T23:59:59.1239999Z")]
    [InlineData("2026-02-28T00:59:59.123+01:00")]
    [InlineData("2001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+23:59")]
    [InlineData("0000-01-01T00:00:00Z")]
    public async Task What_is_not_in_the_future_is_refused(string sent)
    {
        var account = await Service.AccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, Body(sent)))
            .ShouldBreakRule("The expiry date should be in future.");
    }

    [Fact]
    public async Task One_millisecond_ahead_is_the_future()
    {
        var account = await Service.AccountAsync();

        (await account.Client.IssueAsync(Body("2026-02-27T23:59:59.124Z"))).ExpiresAt.ShouldBe("2026-02-27T23:59:59.124Z");
    }

    [Theory]
    [InlineData("2027-02-30T00:00:00Z")]
    [InlineData("2027-02-29T00:00:00Z")]
    [InlineData("2027-13-01T00:00:00Z")]
    [InlineData("2027-00-01T00:00:00Z")]
    [InlineData("2027-01-01T24:00:00Z")]
    [InlineData("2027-01-01T00:60:00Z")]
    [InlineData("2027-01-01T00:00:61Z")]
    [InlineData("2027-01-01T00:00:00")]
    [InlineData("2027-01-01T00:00:00.Z")]
    [InlineData("2027-01-01T00:00:00,5Z")]
    [InlineData("2027-01-01T00:00:00+24:00")]
    [InlineData("2027-01-01T00:00:00+01:60")]
    [InlineData("2027-01-01T00:00:00+0100")]
    [InlineData("2027-01-01T00:00:00+01")]
    [InlineData("2027-01-01 00:00:00Z")]
    [InlineData("2027-01-01")]
    [InlineData("2027-01-01T00:00Z")]
    [InlineData("27-01-01T00:00:00Z")]
    [InlineData("+2027-01-01T00:00:00Z")]
    [InlineData("12027-01-01T00:00:00Z")]
    [InlineData(" 2027-01-01T00:00:00Z")]
    [InlineData("2027-01-01T00:00:00Z ")]
    [InlineData("٢٠٢٧-01-01T00:00:00Z")]
    [InlineData("tomorrow")]
    [InlineData("1798761600000")]
    [InlineData("")]
    public async Task What_is_no_date_time_is_refused(string sent)
    {
        var account = await Service.AccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, Body(sent))).ShouldBreakSchema(
            ("/body/expiresAt", $"The `/body/expiresAt` property must match format \"date-time\". You sent \"{sent}\"."));
    }

    private static string Body(string expiresAt) => $"{{\"expiresAt\":\"{expiresAt}\"}}";
}

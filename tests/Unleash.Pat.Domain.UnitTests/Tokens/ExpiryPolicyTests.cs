using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

/// <summary>docs/api.md, sections 1.1 and 6: <c>Pats:DefaultLifetime</c> and <c>Pats:MaxLifetime</c>.</summary>
public class ExpiryPolicyTests
{
    private const string Selector = "AbCdEfGh-_0123456789Zz";

    private static readonly DateTimeOffset Now = At.UtcMilliseconds("2027-01-01T00:00:00.000Z");
    private static readonly DateTimeOffset EndOfTime = At.UtcMilliseconds("9999-12-31T23:59:59.999Z");

    [Fact]
    public void Without_a_longest_lifetime_a_token_may_live_to_the_end_of_the_year_9999() =>
        new ExpiryPolicy(TimeSpan.FromDays(30), null).Latest(Now).ShouldBe(EndOfTime);

    [Fact]
    public void The_longest_lifetime_counts_from_the_instant_of_issue() =>
        new ExpiryPolicy(TimeSpan.FromDays(30), TimeSpan.FromDays(90)).Latest(Now)
            .ShouldBe(At.UtcMilliseconds("2027-04-01T00:00:00.000Z"));

    [Fact]
    public void A_longest_lifetime_below_the_default_bounds_the_default_too() =>
        new ExpiryPolicy(TimeSpan.FromDays(30), TimeSpan.FromDays(7)).Default(Now)
            .ShouldBe(At.UtcMilliseconds("2027-01-08T00:00:00.000Z"));

    [Fact]
    public void The_default_lifetime_is_what_the_configuration_says() =>
        new ExpiryPolicy(TimeSpan.FromHours(1), TimeSpan.FromDays(7)).Default(Now)
            .ShouldBe(At.UtcMilliseconds("2027-01-01T01:00:00.000Z"));

    [Theory]
    [InlineData("2027-01-01T00:00:00.000Z")]
    [InlineData("9999-12-31T23:59:59.998Z")]
    public void A_lifetime_beyond_the_calendar_ends_with_the_calendar(string now)
    {
        var policy = new ExpiryPolicy(TimeSpan.MaxValue, TimeSpan.MaxValue);

        policy.Latest(At.UtcMilliseconds(now)).ShouldBe(EndOfTime);
        policy.Default(At.UtcMilliseconds(now)).ShouldBe(EndOfTime);
    }

    [Fact]
    public void A_token_may_live_exactly_as_long_as_allowed_and_not_a_millisecond_longer()
    {
        var policy = new ExpiryPolicy(TimeSpan.FromDays(1), TimeSpan.FromDays(7));
        var latest = Now.AddDays(7);

        PersonalAccessToken.Issue(7, Selector, null, latest, policy, Now).ExpiresAt.ShouldBe(latest);
        PersonalAccessToken.Issue(7, Selector, null, latest.AddTicks(9_999), policy, Now).ExpiresAt.ShouldBe(latest);
        Should.Throw<ArgumentOutOfRangeException>(
            () => PersonalAccessToken.Issue(7, Selector, null, latest.AddMilliseconds(1), policy, Now));
    }
}

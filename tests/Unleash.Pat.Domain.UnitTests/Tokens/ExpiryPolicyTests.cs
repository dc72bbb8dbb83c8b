using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

/// <summary>docs/api.md, sections 1.1 and 6: <c>Pats:DefaultLifetime</c> and <c>Pats:MaxLifetime</c>.</summary>
public class ExpiryPolicyTests
{
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
        new ExpiryPolicy(TimeSpan.FromDays(30), TimeSpan.FromDays(7)).Choose(null, Now, default)
            .ShouldBe(At.UtcMilliseconds("2027-01-08T00:00:00.000Z"));

    [Fact]
    public void The_default_lifetime_is_what_the_configuration_says() =>
        new ExpiryPolicy(TimeSpan.FromHours(1), TimeSpan.FromDays(7)).Choose(null, Now, default)
            .ShouldBe(At.UtcMilliseconds("2027-01-01T01:00:00.000Z"));

    [Theory]
    [InlineData("2027-01-01T00:00:00.000Z")]
    [InlineData("9999-12-31T23:59:59.998Z")]
    public void A_lifetime_beyond_the_calendar_ends_with_the_calendar(string now)
    {
        var policy = new ExpiryPolicy(TimeSpan.MaxValue, TimeSpan.MaxValue);

        policy.Latest(At.UtcMilliseconds(now)).ShouldBe(EndOfTime);
        policy.Choose(null, At.UtcMilliseconds(now), default).ShouldBe(EndOfTime);
    }

    [Fact]
    public void A_token_may_live_exactly_as_long_as_allowed_and_not_a_millisecond_longer()
    {
        var policy = new ExpiryPolicy(TimeSpan.FromDays(1), TimeSpan.FromDays(7));
        var latest = Now.AddDays(7);

        policy.FindFault(latest, Now).ShouldBeNull();
        policy.FindFault(latest.AddTicks(9_999), Now).ShouldBeNull();
        policy.FindFault(latest.AddMilliseconds(1), Now).ShouldBe(ExpiryFault.TooLate);
    }

    [Theory]
    [InlineData("2027-01-01T00:00:00.000Z", ExpiryFault.NotInFuture)]
    [InlineData("2027-01-01T00:00:00.0009999Z", ExpiryFault.NotInFuture)]
    [InlineData("0001-01-01T00:00:00.000Z", ExpiryFault.NotInFuture)]
    [InlineData("2027-01-01T00:00:00.001Z", null)]
    public void An_expiry_is_in_the_future_by_a_whole_millisecond(string expiresAt, ExpiryFault? fault) =>
        new ExpiryPolicy(TimeSpan.FromDays(30), null).FindFault(At.UtcMilliseconds(expiresAt), Now).ShouldBe(fault);

    [Fact]
    public void A_requested_expiry_is_taken_as_it_is_to_the_millisecond() =>
        new ExpiryPolicy(TimeSpan.FromDays(30), null).Choose(Now.AddDays(1).AddTicks(9_999), Now, default)
            .ShouldBe(Now.AddDays(1));

    [Theory]
    [InlineData(30, 30)]
    [InlineData(60, 60)]
    [InlineData(90, 60)]
    public void The_limit_of_the_issuer_bounds_the_default_lifetime(int limitMinutes, int minutes) =>
        new ExpiryPolicy(TimeSpan.FromHours(1), null)
            .Choose(null, Now, new IssuerLimit(Now.AddMinutes(limitMinutes)))
            .ShouldBe(Now.AddMinutes(minutes));

    [Fact]
    public void The_limit_itself_is_allowed_and_no_millisecond_more()
    {
        var limit = new IssuerLimit(Now);

        limit.Forbids(Now).ShouldBeFalse();
        limit.Forbids(Now.AddMilliseconds(1)).ShouldBeTrue();
        default(IssuerLimit).Forbids(EndOfTime).ShouldBeFalse();
    }
}

using CsCheck;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Domain.UnitTests.Tokens;

/// <summary>docs/api.md, section 1.5: <c>expiryWarning</c>, counted in UTC calendar days.</summary>
public class ExpiryWarningTests
{
    private static readonly int[] FourteenAndThree = [14, 3];

    [Theory]
    [InlineData("2027-03-01T00:00:00.000Z", ExpiryWarning.None)]
    [InlineData("2027-03-16T23:59:59.999Z", ExpiryWarning.None)]
    [InlineData("2027-03-17T00:00:00.000Z", ExpiryWarning.ExpiresSoon)]
    [InlineData("2027-03-30T23:59:59.999Z", ExpiryWarning.ExpiresSoon)]
    [InlineData("2027-03-31T11:59:59.999Z", ExpiryWarning.ExpiresSoon)]
    [InlineData("2027-03-31T12:00:00.000Z", ExpiryWarning.Expired)]
    [InlineData("2030-01-01T00:00:00.000Z", ExpiryWarning.Expired)]
    public void The_warning_begins_at_UTC_midnight_and_turns_at_the_expiry(string now, ExpiryWarning expected) =>
        Token("2027-01-01T09:00:00.000Z", "2027-03-31T12:00:00.000Z").WarningAt(At.UtcMilliseconds(now), FourteenAndThree)
            .ShouldBe(expected);

    [Theory]
    [InlineData("2027-03-17T00:30:00.000+01:00", ExpiryWarning.None)]
    [InlineData("2027-03-17T01:00:00.000+01:00", ExpiryWarning.ExpiresSoon)]
    [InlineData("2027-03-16T18:59:59.999-05:00", ExpiryWarning.None)]
    [InlineData("2027-03-16T19:00:00.000-05:00", ExpiryWarning.ExpiresSoon)]
    [InlineData("2027-04-01T02:00:00.000+14:00", ExpiryWarning.Expired)]
    [InlineData("2027-04-01T01:59:59.999+14:00", ExpiryWarning.ExpiresSoon)]
    public void The_days_are_those_of_UTC_whatever_the_offset_of_the_clock(string now, ExpiryWarning expected) =>
        Token("2027-01-01T09:00:00.000Z", "2027-03-31T12:00:00.000Z").WarningAt(At.UtcMilliseconds(now), FourteenAndThree)
            .ShouldBe(expected);

    [Fact]
    public void The_warning_depends_on_the_instant_and_not_on_the_offset_it_is_told_in()
    {
        var pat = Token("2027-03-01T00:00:00.000Z", "2027-03-31T12:00:00.000Z");
        var start = At.UtcMilliseconds("2027-03-01T00:00:00.000Z");
        Gen.Select(Gen.Int[0, 31 * 24 * 60], Gen.Int[-14 * 60, 14 * 60]).Sample((minute, offset) =>
        {
            var now = start.AddMinutes(minute);
            return pat.WarningAt(now.ToOffset(TimeSpan.FromMinutes(offset)), FourteenAndThree)
                == pat.WarningAt(now, FourteenAndThree);
        });
    }

    [Theory]
    [InlineData("2027-03-12T23:59:59.999Z", ExpiryWarning.None)]
    [InlineData("2027-03-13T00:00:00.000Z", ExpiryWarning.ExpiresSoon)]
    public void A_young_token_warns_once_it_is_as_many_days_old_as_it_has_left(string now, ExpiryWarning expected) =>
        Token("2027-03-12T23:59:00.000Z", "2027-03-14T00:00:00.000Z").WarningAt(At.UtcMilliseconds(now), FourteenAndThree)
            .ShouldBe(expected);

    [Fact]
    public void A_token_that_dies_on_the_day_of_its_issue_warns_at_once() =>
        Token("2027-03-12T08:00:00.000Z", "2027-03-12T09:00:00.000Z")
            .WarningAt(At.UtcMilliseconds("2027-03-12T08:00:00.000Z"), FourteenAndThree)
            .ShouldBe(ExpiryWarning.ExpiresSoon);

    [Theory]
    [InlineData(new[] { 3 }, "2027-03-27T23:59:59.999Z", ExpiryWarning.None)]
    [InlineData(new[] { 3 }, "2027-03-28T00:00:00.000Z", ExpiryWarning.ExpiresSoon)]
    [InlineData(new[] { 3, 20 }, "2027-03-11T00:00:00.000Z", ExpiryWarning.ExpiresSoon)]
    [InlineData(new[] { 0 }, "2027-03-30T23:59:59.999Z", ExpiryWarning.None)]
    [InlineData(new[] { 0 }, "2027-03-31T00:00:00.000Z", ExpiryWarning.ExpiresSoon)]
    [InlineData(new int[0], "2027-03-31T00:00:00.000Z", ExpiryWarning.None)]
    [InlineData(new int[0], "2027-03-31T12:00:00.000Z", ExpiryWarning.Expired)]
    public void The_configured_days_decide_when_it_is_soon(int[] days, string now, ExpiryWarning expected) =>
        Token("2027-01-01T09:00:00.000Z", "2027-03-31T12:00:00.000Z").WarningAt(At.UtcMilliseconds(now), days)
            .ShouldBe(expected);

    private static PersonalAccessToken Token(string createdAt, string expiresAt) => new(
        1,
        7,
        TokenDescription.Create("mine"),
        At.UtcMilliseconds(createdAt),
        At.UtcMilliseconds(expiresAt),
        null);
}

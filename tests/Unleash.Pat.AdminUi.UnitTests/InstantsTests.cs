using Unleash.Pat.AdminUi.Common;

namespace Unleash.Pat.AdminUi.UnitTests;

public class InstantsTests
{
    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-59, "just now")]
    [InlineData(30, "in less than a minute")]
    [InlineData(-60, "1 minute ago")]
    [InlineData(2 * 3600, "in 2 hours")]
    [InlineData(-3 * 86400, "3 days ago")]
    [InlineData(30 * 86400, "in 1 month")]
    [InlineData(730 * 86400, "in 2 years")]
    public void Distances_are_told_in_the_largest_whole_unit(int seconds, string words) =>
        Instants.Relative(At.Now.AddSeconds(seconds), At.Time()).ShouldBe(words);

    [Fact]
    public void An_instant_is_told_exactly_in_the_browsers_zone() =>
        Instants.Exact(At.Now, At.Time(5.5)).ShouldBe("3 May 2026, 13:30:00 (UTC+05:30)");

    [Fact]
    public void More_than_a_hundred_years_ahead_is_never()
    {
        Instants.IsNever(At.Now.AddYears(100), At.Time()).ShouldBeFalse();
        Instants.IsNever(At.Now.AddYears(100).AddSeconds(1), At.Time()).ShouldBeTrue();
        Instants.IsNever(Instants.Never, At.Time(14)).ShouldBeTrue();
    }
}

using Unleash.Pat.Application.Notifications;

namespace Unleash.Pat.Application.UnitTests.Notifications;

/// <summary>docs/notifications.md: attempts are made for a day, less and less often.</summary>
public sealed class RetryPausesTests
{
    private static readonly DateTimeOffset Created = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_pauses_grow_and_the_last_attempt_is_at_the_end_of_the_day()
    {
        var attempts = Attempts(retryAfter: null);

        attempts.Count.ShouldBeInRange(14, 20);
        attempts[^1].ShouldBe(Created.AddDays(1));
        attempts[1].ShouldBeInRange(Created.AddSeconds(4), Created.AddSeconds(6));
        var pauses = attempts.Zip(attempts.Skip(1), (one, next) => next - one).SkipLast(1).ToList();
        pauses.Take(7).ShouldBe(pauses.Take(7).Order());
        pauses.ShouldAllBe(pause => pause <= TimeSpan.FromHours(2.4));
    }

    [Fact]
    public void Those_that_failed_together_do_not_come_back_together() =>
        Enumerable.Range(0, 100).Select(_ => RetryPauses.Next(Created, 6, null, Created)).Distinct().Count().ShouldBeGreaterThan(10);

    [Fact]
    public void A_receiver_is_asked_no_earlier_than_it_wants()
    {
        RetryPauses.Next(Created, 1, TimeSpan.FromMinutes(7), Created).ShouldBe(Created.AddMinutes(7));
        RetryPauses.Next(Created, 1, TimeSpan.FromDays(3), Created).ShouldBe(Created.AddDays(1));
        RetryPauses.Next(Created, 1, TimeSpan.FromSeconds(-3), Created).ShouldNotBeNull().ShouldBeGreaterThan(Created);
        Attempts(TimeSpan.FromHours(5)).Count.ShouldBe(6);
    }

    private static List<DateTimeOffset> Attempts(TimeSpan? retryAfter)
    {
        var attempts = new List<DateTimeOffset> { Created };
        while (RetryPauses.Next(Created, attempts.Count, retryAfter, attempts[^1]) is { } next)
        {
            attempts.Add(next);
        }

        return attempts;
    }
}

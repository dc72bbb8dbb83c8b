using Unleash.Pat.Application.Authentication.Throttling;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Application.UnitTests.Sessions;

public sealed class SignInThrottleTests
{
    private readonly SteppingTime _time = new(new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new SignInThrottle(_time);

    [Fact]
    public async Task Ten_failures_are_free_and_the_next_waits()
    {
        await FailAsync("ada", "192.0.2.1", 10);

        (await RefusalAsync("ada", "192.0.2.1")).ShouldBe(5);
    }

    [Fact]
    public async Task Another_address_and_another_name_do_not_wait()
    {
        await FailAsync("ada", "192.0.2.1", 10);

        (await RefusalAsync("ada", "192.0.2.2")).ShouldBeNull();
        (await RefusalAsync("bob", "192.0.2.1")).ShouldBeNull();
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::2", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    public async Task Addresses_of_one_site_are_one_source(string first, string second, bool same)
    {
        await FailAsync("ada", first, 10);

        (await RefusalAsync("ada", second)).ShouldBe(same ? 5 : null);
    }

    [Fact]
    public async Task Many_addresses_together_delay_unknown_clients_and_no_known_one()
    {
        for (var address = 0; address < 20; address++)
        {
            await FailAsync("ada", $"198.51.100.{address}", 5);
        }

        (await RefusalAsync("ada", "192.0.2.1")).ShouldBe(1);
        (await RefusalAsync("ada", "192.0.2.1", isKnown: true)).ShouldBeNull();
        _time.Advance(TimeSpan.FromSeconds(1));
        (await RefusalAsync("ada", "192.0.2.1")).ShouldBeNull();
    }

    [Fact]
    public async Task The_wait_of_strangers_has_a_bound_whatever_is_tried()
    {
        for (var address = 0; address < 120; address++)
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            await FailAsync("ada", $"198.51.100.{address}", 1);
        }

        (await RefusalAsync("ada", "192.0.2.1")).ShouldBe(30);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_step_of_the_wall_clock_neither_prolongs_nor_ends_a_wait(int hours)
    {
        await FailAsync("ada", "192.0.2.1", 10);

        _time.Step(TimeSpan.FromHours(hours));
        (await RefusalAsync("ada", "192.0.2.1")).ShouldBe(5);

        _time.Advance(TimeSpan.FromSeconds(5));
        (await RefusalAsync("ada", "192.0.2.1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_day_without_a_failure_forgets_them()
    {
        await FailAsync("ada", "192.0.2.1", 10);
        _time.Advance(TimeSpan.FromHours(24));

        await FailAsync("ada", "192.0.2.1", 10);
        (await RefusalAsync("ada", "192.0.2.1")).ShouldBe(5);
    }

    [Fact]
    public async Task A_success_forgets_them()
    {
        await FailAsync("ada", "192.0.2.1", 9);
        using (var attempt = await EnterAsync("ada", "192.0.2.1"))
        {
            attempt.Succeeded();
        }

        await FailAsync("ada", "192.0.2.1", 10);
        (await RefusalAsync("ada", "192.0.2.1")).ShouldBe(5);
    }

    [Fact]
    public async Task An_attempt_that_is_told_nothing_counts_for_nothing()
    {
        for (var attempt = 0; attempt < 30; attempt++)
        {
            (await RefusalAsync("ada", "192.0.2.1")).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Under_way_are_no_more_than_there_are_free_failures_left()
    {
        await FailAsync("ada", "192.0.2.1", 8);
        var first = await EnterAsync("ada", "192.0.2.1");
        var second = await EnterAsync("ada", "192.0.2.1");
        var third = EnterAsync("ada", "192.0.2.1");

        third.IsCompleted.ShouldBeFalse();
        first.Failed();
        third.IsCompleted.ShouldBeFalse();
        second.Failed();

        (await Refusal.ThrowAsync(ErrorKind.RateLimitError, () => third)).Error.RetryAfterSeconds.ShouldBe(5);
    }

    private async Task FailAsync(string name, string address, int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            using var entered = await EnterAsync(name, address);
            entered.Failed();
        }
    }

    private async Task<int?> RefusalAsync(string name, string address, bool isKnown = false)
    {
        try
        {
            using var attempt = await EnterAsync(name, address, isKnown);
            return null;
        }
        catch (RefusedException refusal) when (refusal.Kind == ErrorKind.RateLimitError)
        {
            return refusal.Error.RetryAfterSeconds;
        }
    }

    private Task<SignInAttempt> EnterAsync(string name, string address, bool isKnown = false) => _throttle.EnterAsync(
        SignInSource.OfName(name, address), () => Task.FromResult(isKnown), TestContext.Current.CancellationToken);
}

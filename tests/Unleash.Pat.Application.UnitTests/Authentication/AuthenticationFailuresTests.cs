using System.Net;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Application.UnitTests.Authentication;

public sealed class AuthenticationFailuresTests
{
    private readonly SteppingTime _time = new(new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly AuthenticationFailures _failures;

    public AuthenticationFailuresTests() => _failures = new AuthenticationFailures(_time);

    [Fact]
    public void What_was_not_recorded_is_given_again_with_what_has_come_since()
    {
        Count("192.0.2.1", 2);
        Due().ShouldHaveSingleItem().Count.ShouldBe(2);
        Count("192.0.2.1", 1);

        Due().ShouldHaveSingleItem().Count.ShouldBe(3);
    }

    [Fact]
    public void What_comes_while_it_is_recorded_stays_counted()
    {
        Count("192.0.2.1", 2);
        var taken = _failures.TakeDue(everything: false);
        Count("192.0.2.1", 1);
        _failures.Recorded(taken);

        Due(everything: true).ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public void An_address_is_recorded_once_a_minute_whatever_the_wall_clock_says()
    {
        Count("192.0.2.1", 1);
        _failures.Recorded(_failures.TakeDue(everything: false));
        Count("192.0.2.1", 1);
        _time.Step(TimeSpan.FromHours(1));
        _time.Advance(TimeSpan.FromSeconds(59));
        Due().ShouldBeEmpty();

        _time.Step(TimeSpan.FromHours(-2));
        _time.Advance(TimeSpan.FromSeconds(1));
        Due().ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public void Addresses_beyond_the_bound_are_counted_as_one_and_none_is_lost()
    {
        const int Addresses = 100_000;
        for (var number = 0; number < Addresses; number++)
        {
            _failures.Count(TokenRefusal.Malformed, new IPAddress(number + 1L));
        }

        var due = Due();

        due.Count.ShouldBe(AuthenticationFailures.MaxSources + 1);
        due.Sum(data => data.Count).ShouldBe(Addresses);
        due[^1].Others.ShouldBe(true);
        due[^1].Address.ShouldBeNull();
        due[^1].Kinds.ShouldBe(new Dictionary<string, long> { ["malformed"] = Addresses - AuthenticationFailures.MaxSources });
    }

    [Fact]
    public void A_quiet_address_makes_room_for_another()
    {
        for (var number = 0; number < AuthenticationFailures.MaxSources; number++)
        {
            _failures.Count(TokenRefusal.Unknown, new IPAddress(number + 1L));
        }

        _failures.Recorded(_failures.TakeDue(everything: false));
        _time.Advance(TimeSpan.FromMinutes(1));
        Due().ShouldBeEmpty();
        Count("2001:db8::1", 1);

        Due().ShouldHaveSingleItem().Address.ShouldBe("2001:db8::/64");
    }

    private void Count(string address, int times)
    {
        for (var time = 0; time < times; time++)
        {
            _failures.Count(TokenRefusal.Unknown, IPAddress.Parse(address));
        }
    }

    private List<AuthenticationFailureEventData> Due(bool everything = false) =>
        [.. _failures.TakeDue(everything).Select(counted => (AuthenticationFailureEventData)counted.Event.Data!)];
}

using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.UnitTests.Support;

namespace Unleash.Pat.Application.UnitTests.Tokens;

/// <summary>docs/api.md, section 6: the settings under <c>Pats</c>.</summary>
public class PatOptionsTests
{
    [Fact]
    public void The_defaults_are_the_contracts()
    {
        var options = Read();

        options.Enabled.ShouldBeTrue();
        options.MaxPerUser.ShouldBe(10);
        options.Policy.DefaultLifetime.ShouldBe(TimeSpan.FromDays(30));
        options.MaxLifetime.ShouldBeNull();
        options.RequireDescription.ShouldBeFalse();
        options.NotificationDays.ShouldBe([14, 3]);
    }

    [Fact]
    public void Configured_notification_days_replace_the_defaults() =>
        Read(("Pats:ExpiryNotificationDays:0", "30")).NotificationDays.ShouldBe([30]);

    [Theory]
    [InlineData("MaxPerUser", "1")]
    [InlineData("MaxPerUser", "1000")]
    [InlineData("DefaultLifetime", "00:00:00.001")]
    [InlineData("MaxLifetime", "00:00:00.001")]
    [InlineData("ExpiryNotificationDays:0", "1")]
    [InlineData("ExpiryNotificationDays:0", "3650")]
    public void The_outermost_values_are_accepted(string key, string value) =>
        Should.NotThrow(() => Read(($"Pats:{key}", value)));

    [Theory]
    [InlineData("MaxPerUser", "0", "Pats:MaxPerUser must be between 1 and 1000.")]
    [InlineData("MaxPerUser", "-1", "Pats:MaxPerUser must be between 1 and 1000.")]
    [InlineData("MaxPerUser", "1001", "Pats:MaxPerUser must be between 1 and 1000.")]
    [InlineData("DefaultLifetime", "00:00:00", "Pats:DefaultLifetime must be more than zero, for example 30.00:00:00 for 30 days.")]
    [InlineData("DefaultLifetime", "-1.00:00:00", "Pats:DefaultLifetime must be more than zero, for example 30.00:00:00 for 30 days.")]
    [InlineData("MaxLifetime", "00:00:00", "Pats:MaxLifetime must be more than zero, for example 90.00:00:00 for 90 days, or unset.")]
    [InlineData("MaxLifetime", "-1.00:00:00", "Pats:MaxLifetime must be more than zero, for example 90.00:00:00 for 90 days, or unset.")]
    [InlineData("ExpiryNotificationDays:0", "-1", "Pats:ExpiryNotificationDays:0 must be between 1 and 3650.")]
    [InlineData("ExpiryNotificationDays:0", "0", "Pats:ExpiryNotificationDays:0 must be between 1 and 3650.")]
    [InlineData("ExpiryNotificationDays:0", "3651", "Pats:ExpiryNotificationDays:0 must be between 1 and 3650.")]
    public void Senseless_values_are_refused_by_name(string key, string value, string fault) =>
        Should.Throw<OptionsValidationException>(() => Read(($"Pats:{key}", value))).Failures.ShouldBe([fault]);

    [Fact]
    public void An_unset_default_gives_way_to_the_longest_lifetime_and_a_configured_one_must_not_be_longer()
    {
        Read(("Pats:MaxLifetime", "7.00:00:00")).Policy.Choose(null, UseCases.Now, default).ShouldBe(UseCases.Now.AddDays(7));
        Read(("Pats:MaxLifetime", "7.00:00:00"), ("Pats:DefaultLifetime", "7.00:00:00")).DefaultLifetime.ShouldBe(TimeSpan.FromDays(7));
        Should.Throw<OptionsValidationException>(() => Read(("Pats:MaxLifetime", "7.00:00:00"), ("Pats:DefaultLifetime", "7.00:00:01")))
            .Failures.ShouldBe(["Pats:DefaultLifetime must not be longer than Pats:MaxLifetime."]);
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Should.Throw<OptionsValidationException>(() => Read(("Pats:MaxPerUser", "0"), ("Pats:DefaultLifetime", "00:00:00")))
            .Failures.Count().ShouldBe(2);

    [Fact]
    public void A_wrong_setting_stops_the_start()
    {
        using var service = new UseCases(("Pats:MaxPerUser", "0"));

        Should.Throw<OptionsValidationException>(() => service.Get<IStartupValidator>().Validate());
    }

    private static PatOptions Read(params (string Key, string? Value)[] configuration)
    {
        using var service = new UseCases(configuration);
        return service.Get<IOptions<PatOptions>>().Value;
    }
}

using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class TokenPolicyTests
{
    private const string Unbounded = "7 days, 30 days, 60 days, 90 days, Custom, Never";

    [Theory]
    [InlineData(30, null, Unbounded, "30 days")]
    [InlineData(30, 45, "7 days, 30 days, 45 days, Custom", "30 days")]
    [InlineData(45, 45, "7 days, 30 days, 45 days, Custom", "45 days")]
    [InlineData(5, 5, "5 days, Custom", "5 days")]
    [InlineData(1, 30, "1 day, 7 days, 30 days, Custom", "1 day")]
    [InlineData(30, 400, "7 days, 30 days, 60 days, 90 days, Custom", "30 days")]
    [InlineData(400, null, "7 days, 30 days, 60 days, 90 days, 400 days, Custom, Never", "400 days")]
    public void Only_allowed_lifetimes_are_offered_and_the_default_is_chosen(int defaultDays, int? maxDays, string offered, string chosen)
    {
        var policy = Policy(defaultDays, maxDays);

        string.Join(", ", policy.Choices.Select(choice => choice.Label)).ShouldBe(offered);
        new TokenDraft(policy).Choice.Label.ShouldBe(chosen);
    }

    [Fact]
    public void The_rules_come_from_the_services_configuration()
    {
        var configuration = new ServiceConfiguration
        {
            PersonalAccessTokens = new() { Enabled = true, MaxPerUser = 3, RequireDescription = true, DefaultLifetime = 3600, MaxLifetime = 7200 },
        };

        TokenPolicy.From(configuration).ShouldBe(new TokenPolicy
        {
            MaxPerUser = 3,
            RequiresDescription = true,
            DefaultLifetime = TimeSpan.FromHours(1),
            MaxLifetime = TimeSpan.FromHours(2),
        });
    }

    [Theory]
    [InlineData(0.5, "12 hours")]
    [InlineData(1.5, "36 hours")]
    [InlineData(1d / 24 / 60, "1 minute")]
    [InlineData(90d / 24 / 3600, "90 seconds")]
    public void A_lifetime_is_formatted_in_the_largest_unit_that_fits(double days, string text) =>
        ExpiryChoice.FormatLifetime(TimeSpan.FromSeconds(Math.Round(TimeSpan.FromDays(days).TotalSeconds))).ShouldBe(text);

    [Fact]
    public void A_date_after_the_latest_is_an_error_in_local_time()
    {
        var time = TestTime.Provider(2);
        var draft = new TokenDraft(Policy(30, 45)) { Choice = ExpiryChoice.Custom, Custom = new DateTime(2026, 6, 17, 10, 0, 0) };
        draft.ExpiryError(time).ShouldBeNull();

        draft.Custom = new DateTime(2026, 6, 17, 10, 1, 0);

        draft.ExpiryError(time).ShouldBe("The expiry must not be later than 17 Jun 2026, 10:00:00 (UTC+02:00).");
    }

    [Fact]
    public void The_longest_lifetime_tolerates_a_clock_that_is_slightly_ahead()
    {
        var draft = new TokenDraft(Policy(30, 45)) { Choice = ExpiryChoice.After(TimeSpan.FromDays(45)) };

        draft.ExpiryToSend(TestTime.Provider()).ShouldBe(TestTime.Now.AddDays(45).AddMinutes(-1));
        new TokenDraft(Policy(45, 45)).ExpiryToSend(TestTime.Provider()).ShouldBeNull();
    }

    [Fact]
    public void A_lifetime_beyond_the_calendar_ends_with_the_calendar()
    {
        var policy = new TokenPolicy { MaxLifetime = TimeSpan.MaxValue, DefaultLifetime = TimeSpan.MaxValue };

        policy.Latest(TestTime.Provider()).ShouldBe(new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        new TokenDraft(policy).ExpiresAt(TestTime.Provider()).ShouldBe(policy.Latest(TestTime.Provider()));
    }

    private static TokenPolicy Policy(double defaultDays, double? maxDays) => new()
    {
        DefaultLifetime = TimeSpan.FromDays(defaultDays),
        MaxLifetime = maxDays is { } days ? TimeSpan.FromDays(days) : null,
    };
}

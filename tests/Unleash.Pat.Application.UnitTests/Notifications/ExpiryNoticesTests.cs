using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Application.UnitTests.Notifications;

/// <summary>docs/notifications.md: at which of the days an expiry is told.</summary>
public sealed class ExpiryNoticesTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly NotificationOwner Owner = new(42, "User", "ann", "Ann", "ann@example.com", true);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly RememberedNotifications _stored = new();

    [Fact]
    public async Task A_token_is_told_of_at_each_of_the_days_and_when_it_has_expired()
    {
        await RunAsync();
        Add(1, Start, days: 30);

        await PassAsync(days: 60);

        _stored.Stored.Select(Told).ShouldBe([(1, 14), (1, 3), (1, 0)]);
    }

    [Fact]
    public async Task A_token_that_was_made_with_fewer_days_left_is_told_of_at_those_that_it_passes_later()
    {
        await RunAsync();
        Add(1, Start, days: 14);
        Add(2, Start, days: 7);
        Add(3, Start, days: 1);

        await PassAsync(days: 20);

        _stored.Stored.Select(Told).ShouldBe([(3, 0), (2, 3), (2, 0), (1, 3), (1, 0)]);
    }

    [Fact]
    public async Task When_notifications_are_switched_on_each_token_is_told_of_once_and_what_has_expired_is_not()
    {
        Add(1, Start.AddDays(-30), days: 28);
        Add(2, Start.AddDays(-30), days: 32);
        Add(3, Start.AddDays(-30), days: 40);
        Add(4, Start.AddDays(-30), days: 60);
        Add(5, Start.AddDays(-30), days: 33);

        await RunAsync();
        await RunAsync();

        _stored.Stored.Select(Told).ShouldBe([(3, 10), (2, 2), (5, 3)]);
    }

    [Fact]
    public async Task A_rotated_token_is_told_of_again_with_its_new_expiry()
    {
        await RunAsync();
        Add(1, Start, days: 20);
        await PassAsync(days: 10);

        _stored.Tokens.Clear();
        Add(1, Start.AddDays(10), days: 20);
        await PassAsync(days: 30);

        _stored.Stored.Select(Told).ShouldBe([(1, 14), (1, 14), (1, 3), (1, 0)]);
    }

    [Fact]
    public async Task After_a_pause_the_nearest_of_the_days_is_told_and_an_expiry_of_long_ago_is_not()
    {
        await RunAsync();
        Add(1, Start, days: 30);
        Add(2, Start, days: 18);
        Add(3, Start, days: 29);
        Add(4, Start, days: 39);

        _time.Advance(TimeSpan.FromDays(29.5));
        await RunAsync();
        await RunAsync();

        _stored.Stored.Select(Told).ShouldBe([(4, 10), (1, 1), (3, 0)]);
    }

    [Fact]
    public async Task What_was_told_by_a_clock_that_was_wrong_is_not_told_again()
    {
        await RunAsync();
        Add(1, Start, days: 20);
        await RunAsync(new FakeTimeProvider(Start.AddDays(7)));

        await PassAsync(days: 30);

        _stored.Stored.Select(Told).ShouldBe([(1, 13), (1, 3), (1, 0)]);
    }

    [Fact]
    public async Task Many_tokens_of_one_instant_are_all_told_of()
    {
        await RunAsync();
        for (var id = 1; id <= 250; id++)
        {
            Add(id, Start, days: 20);
        }

        await PassAsync(days: 30);

        _stored.Stored.Count.ShouldBe(3 * 250);
    }

    [Theory]
    [InlineData("User", "ann@example.com", true, "Webhook:,Mail:ann@example.com")]
    [InlineData("User", null, true, "Webhook:")]
    [InlineData("User", "ann@example.com", false, "Webhook:")]
    [InlineData("User", "ann@example.com", null, "Webhook:")]
    [InlineData("Service Account", "bot@example.com", true, "Webhook:,Mail:team@example.com,Mail:ops@example.com")]
    [InlineData("Service Account", null, false, "Webhook:")]
    public void Mail_goes_to_the_owner_and_of_a_service_account_to_those_that_the_settings_name(string type, string? email, bool? enabled, string targets) =>
        string.Join(',', Options.TargetsFor(Owner with { AccountType = type, Email = email, Enabled = enabled }).Select(target => $"{target.Channel}:{target.Recipient}"))
            .ShouldBe(targets);

    private static NotificationOptions Options { get; } =
        new([NotificationChannel.Webhook, NotificationChannel.Mail], ["team@example.com", "ops@example.com"]);

    private async Task PassAsync(int days)
    {
        for (var hour = 0; hour < days * 24; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await RunAsync();
        }
    }

    // As housekeeping does, and by a chore that remembers nothing.
    private async Task RunAsync(TimeProvider? clock = null)
    {
        var chore = new ExpiryNotices(_stored, Options, Microsoft.Extensions.Options.Options.Create(new PatOptions()), clock ?? _time);
        while (await chore.RunBatchAsync(TestContext.Current.CancellationToken) == chore.BatchSize)
        {
            // There may be more.
        }
    }

    private void Add(long id, DateTimeOffset issuedAt, int days) =>
        _stored.Tokens.Add(new(id, $"token {id}", issuedAt, issuedAt.AddDays(days), Owner));

    private static (long Id, int DaysLeft) Told(NewNotification notification)
    {
        notification.Content.Type.ShouldBe(notification.Content.Data.DaysLeft is null ? NotificationType.Expired : NotificationType.ExpiresSoon);
        notification.Key.Length.ShouldBeLessThanOrEqualTo(NewNotification.MaxKeyLength);
        return (notification.Content.Data.Token.Id, notification.Content.Data.DaysLeft ?? 0);
    }
}

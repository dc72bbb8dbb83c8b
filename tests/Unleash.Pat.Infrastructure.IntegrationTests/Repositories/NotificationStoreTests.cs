using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>docs/notifications.md: each notification is stored once and sent by one node, however many there are.</summary>
public abstract class NotificationStoreTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const int Rounds = 100;
    private const int Nodes = 2;

    private static readonly NotificationOwner Owner = new(1, "User", "ann", "Ann", "ann@example.com", true);

    private static readonly NotificationTarget[] Targets =
        [new(NotificationChannel.Webhook, ""), new(NotificationChannel.Mail, "ann@example.com"), new(NotificationChannel.Mail, "bob@example.com")];

    private INotificationSource Source => Get<INotificationSource>();

    private INotificationOutbox Outbox => Get<INotificationOutbox>();

    [Fact]
    public async Task Of_two_nodes_that_read_the_same_one_stores_it()
    {
        var source = await BegunAsync();
        var keys = new List<string>();
        for (var round = 0L; round < Rounds; round++)
        {
            var step = new NotificationStep(source, new(Now, round), new(Now, round + 1));
            var notification = NewNotification();
            keys.Add(notification.Key);

            var stored = await BothAsync(() => Source.AddAsync(step, [notification], Now, Cancel));

            stored.Count(isStored => isStored).ShouldBe(1);
        }

        (await Source.FindPositionAsync(source, Cancel)).ShouldBe(new NotificationPosition(Now, Rounds));
        (await ClaimAllAsync(NotificationChannel.Webhook)).Count(claimed => keys.Contains(KeyOf(claimed))).ShouldBe(Rounds);
        (await ClaimAllAsync(NotificationChannel.Mail)).Count(claimed => keys.Contains(KeyOf(claimed))).ShouldBe(2 * Rounds);
    }

    [Fact]
    public async Task A_node_that_has_read_from_another_position_stores_nothing()
    {
        var (source, notification) = (await BegunAsync(), NewNotification());
        NotificationPosition[] others = [new(Now.AddSeconds(-1), 0), new(Now.AddSeconds(1), 0), new(Now, 1)];

        foreach (var from in others)
        {
            (await Source.AddAsync(new(source, from, new(Now.AddDays(1), 9)), [notification], Now, Cancel)).ShouldBeFalse();
        }

        (await Source.FindPositionAsync(source, Cancel)).ShouldBe(new NotificationPosition(Now, 0));
        (await FindAsync(notification, Now.AddDays(1))).ShouldBeNull();
    }

    [Fact]
    public async Task A_key_is_stored_once_for_each_channel_and_recipient()
    {
        var (one, other) = (await BegunAsync(), await BegunAsync());
        var notification = NewNotification();

        foreach (var source in new[] { one, other })
        {
            (await Source.AddAsync(new(source, new(Now, 0), new(Now, 1)), [notification, notification], Now, Cancel)).ShouldBeTrue();
        }

        var mails = (await ClaimAllAsync(NotificationChannel.Mail)).Where(claimed => KeyOf(claimed) == notification.Key).ToList();
        mails.Select(mail => mail.Recipient).ShouldBe(["ann@example.com", "bob@example.com"], ignoreOrder: true);
        mails.Select(mail => mail.MessageId).ShouldBeUnique();
    }

    [Fact]
    public async Task Of_two_nodes_one_sends_a_notification_and_none_sends_it_again()
    {
        var source = await BegunAsync();
        await Source.AddAsync(
            new(source, new(Now, 0), new(Now, 1)), [.. Enumerable.Range(0, Rounds).Select(_ => NewNotification())], Now, Cancel);

        var claimed = await BothAsync(async () =>
        {
            var sent = new List<ClaimedNotification>();
            while (await Outbox.ClaimAsync(NotificationChannel.Webhook, Now, Now.AddSeconds(30), 8, Cancel) is { Count: > 0 } batch)
            {
                foreach (var notification in batch)
                {
                    await Outbox.EndAsync(notification, isSent: true, Now, Cancel);
                    sent.Add(notification);
                }
            }

            return sent;
        });

        claimed.SelectMany(sent => sent).Select(sent => sent.Id).ShouldBeUnique();
        claimed.Sum(sent => sent.Count).ShouldBeGreaterThanOrEqualTo(Rounds);
        var ended = claimed.SelectMany(sent => sent).Select(sent => sent.Id).ToHashSet();
        (await Outbox.ClaimAsync(NotificationChannel.Webhook, Now.AddDays(1), Now.AddDays(2), 1000, Cancel)).ShouldAllBe(due => !ended.Contains(due.Id));
    }

    [Fact]
    public async Task A_notification_that_its_node_has_lost_is_taken_by_another_and_the_first_cannot_end_it_any_more()
    {
        var notification = await StoredAsync();
        var first = await ClaimAsync(notification, Now);
        (await FindAsync(notification, Now.AddSeconds(29))).ShouldBeNull();

        var second = await ClaimAsync(notification, Now.AddSeconds(31));
        await Outbox.EndAsync(first, isSent: true, Now, Cancel);

        (second.MessageId, second.Attempts).ShouldBe((first.MessageId, 2));
        await Outbox.PostponeAsync(second, Now.AddMinutes(5), Cancel);
        (await FindAsync(notification, Now.AddMinutes(4))).ShouldBeNull();
        var third = await ClaimAsync(notification, Now.AddMinutes(5));
        await Outbox.EndAsync(third, isSent: false, Now, Cancel);
        (await FindAsync(notification, Now.AddDays(1))).ShouldBeNull();
    }

    [Fact]
    public async Task What_has_ended_is_deleted_and_what_waits_stays()
    {
        var before = await Outbox.CountWaitingAsync(NotificationChannel.Webhook, Cancel);
        var (ended, waiting) = (await StoredAsync(), await StoredAsync());
        (await Outbox.CountWaitingAsync(NotificationChannel.Webhook, Cancel)).ShouldBe(before + 2);
        await Outbox.EndAsync(await ClaimAsync(ended, Now), isSent: true, Now, Cancel);

        (await Outbox.CountWaitingAsync(NotificationChannel.Webhook, Cancel)).ShouldBe(before + 1);
        (await Outbox.DeleteEndedAsync(Now.AddSeconds(-1), 500, Cancel)).ShouldBe(0);
        (await Outbox.DeleteEndedAsync(Now, 500, Cancel)).ShouldBeGreaterThanOrEqualTo(1);

        (await FindAsync(waiting, Now.AddDays(1))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Tokens_are_read_in_the_order_of_their_expiry_and_none_of_the_same_instant_is_skipped()
    {
        var (user, start) = (await NewUserAsync(), Now.AddYears(10));
        var ids = new List<long>();
        for (var number = 0; number < 5; number++)
        {
            ids.Add((await StoredAsync(NewPat(user, $"same {number}", start - Now))).Id);
        }

        var later = (await StoredAsync(NewPat(user, "later", start.AddSeconds(1) - Now))).Id;
        await StoredAsync(NewPat(user, "too late", start.AddSeconds(3) - Now));
        var (position, found) = (new NotificationPosition(start.AddSeconds(-1), long.MaxValue), new List<ExpiringToken>());
        while (await Source.GetExpiringAsync(position, start.AddSeconds(2), 2, Cancel) is { Count: > 0 } page)
        {
            found.AddRange(page);
            position = new(page[^1].ExpiresAt, page[^1].Id);
        }

        found.Select(token => token.Id).ShouldBe([.. ids, later]);
        found.ShouldAllBe(token => token.Owner.Id == user && token.Owner.Enabled == true && token.IssuedAt == Now);
    }

    [Fact]
    public async Task Events_are_read_that_others_or_the_service_did_and_none_that_an_account_did_itself()
    {
        var user = await NewUserAsync();
        var events = Get<IEventRepository>();
        var start = await events.GetNewestIdAsync(Cancel);
        var tokens = new List<long>();
        foreach (var name in new[] { "own", "others", "unused" })
        {
            tokens.Add((await StoredAsync(NewPat(user, name))).Id);
        }

        var pats = Get<IPatRepository>();
        await pats.DeleteAsync(user, tokens[0], By(user, EventType.PatDeleted), Cancel);
        await pats.DeleteAsync(user, tokens[1], By(user + 1, EventType.PatDeleted), Cancel);
        await pats.DeleteAsync(user, tokens[2], AuditStamp.BySystem(EventType.PatRevoked, Now) with { Revocation = new(RevocationCause.Unused, null) }, Cancel);

        var end = await events.GetNewestIdAsync(Cancel);
        var read = (await Source.GetEventsAsync(start, end, 100, Cancel)).Where(entry => entry.Owner.Id == user).ToList();
        read.Select(entry => (entry.TokenId, entry.Type)).ShouldBe([(tokens[1], EventType.PatDeleted), (tokens[2], EventType.PatRevoked)]);
        (await Source.GetEventsAsync(start, read[0].Id, 100, Cancel)).Count(entry => entry.Owner.Id == user).ShouldBe(1);
        (await Source.GetEventsAsync(read[0].Id, end, 100, Cancel)).Count(entry => entry.Owner.Id == user).ShouldBe(1);
    }

    private async Task<string> BegunAsync()
    {
        var source = NewName();
        await BothAsync(async () =>
        {
            await Source.BeginAsync(source, new(Now, 0), Cancel);
            return true;
        });
        await Source.BeginAsync(source, new(Now, 7), Cancel);
        (await Source.FindPositionAsync(source, Cancel)).ShouldBe(new NotificationPosition(Now, 0));
        return source;
    }

    private async Task<NewNotification> StoredAsync()
    {
        var notification = NewNotification();
        (await Source.AddAsync(new(await BegunAsync(), new(Now, 0), new(Now, 1)), [notification], Now, Cancel)).ShouldBeTrue();
        return notification;
    }

    private async Task<ClaimedNotification> ClaimAsync(NewNotification notification, DateTimeOffset at) =>
        (await FindAsync(notification, at)).ShouldNotBeNull();

    private async Task<ClaimedNotification?> FindAsync(NewNotification notification, DateTimeOffset at) =>
        (await Outbox.ClaimAsync(NotificationChannel.Webhook, at, at.AddSeconds(30), 1000, Cancel)).SingleOrDefault(claimed => KeyOf(claimed) == notification.Key);

    private async Task<IReadOnlyList<ClaimedNotification>> ClaimAllAsync(NotificationChannel channel) =>
        await Outbox.ClaimAsync(channel, Now, Now.AddSeconds(30), 10_000, Cancel);

    private static Task<T[]> BothAsync<T>(Func<Task<T>> work) =>
        Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => Task.Run(work, Cancel)));

    // The description says which it is.
    private NewNotification NewNotification()
    {
        var key = NewName();
        return new(key, new(NotificationType.Expired, Now, new(new(1, key, Now), Owner))) { Targets = Targets };
    }

    private static string KeyOf(ClaimedNotification claimed) => Notification.FromJson(claimed.Body).Data.Token.Description;
}

using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Notifications;

/// <summary>docs/notifications.md, "Mail": what was stored earlier goes to nobody who may not have it any more.</summary>
public abstract class NotificationSenderTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly NotificationOptions Options = new([NotificationChannel.Mail], ["team@example.com"]);

    private readonly List<string?> _outcomes = [];

    private IUserRepository Users => Get<IUserRepository>();

    [Fact]
    public async Task A_mail_goes_out_only_while_its_account_may_have_it_and_to_the_address_that_it_has_then()
    {
        var (stays, off, deleted, moved) = (await AddAsync(), await AddAsync(), await AddAsync(), await AddAsync());
        var bot = await AddAsync(AccountType.ServiceAccount);
        foreach (var account in new[] { stays, off, deleted, moved })
        {
            await StoreAsync(account, account.Email!);
        }

        await StoreAsync(bot, "team@example.com");
        await StoreAsync(bot, "no-longer@example.com");
        await UpdateAsync(off, isEnabled: false);
        await UpdateAsync(moved, email: $"new-{moved.Email}");
        await Users.DeleteAsync(deleted.Id, AccountType.User, AuditStamp.BySystem(EventType.UserDeleted, Now), Cancel);

        var sent = await SendAllAsync();

        sent.Select(mail => mail.Recipient).ShouldBe([stays.Email!, $"new-{moved.Email}", "team@example.com"], ignoreOrder: true);
        _outcomes.Order().ShouldBe(["dropped", "dropped", "dropped", "sent", "sent", "sent"]);
        (await Get<INotificationOutbox>().CountWaitingAsync(NotificationChannel.Mail, Cancel)).ShouldBe(0, "What is dropped has ended.");
        await UpdateAsync(off, isEnabled: true);
        (await SendAllAsync()).ShouldBeEmpty();
    }

    // A round of a node, whose channel delivers everything.
    private async Task<IReadOnlyList<ClaimedNotification>> SendAllAsync()
    {
        var (channel, time) = (new Recording(), new FakeTimeProvider(Now.AddSeconds(1)));
        using var meters = new TestMeters();
        using var listener = ListenTo(meters);
        using var sender = new NotificationSender(
            channel, Get<INotificationOutbox>(), new(Users, Options), new(meters), new Started(), time, NullLogger<NotificationSender>.Instance);
        await sender.StartAsync(Cancel);
        await Eventually.GetAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(5));
                return Task.FromResult(channel.HasRested);
            },
            isSo => isSo,
            null,
            Cancel);
        await sender.StopAsync(Cancel);
        return channel.Sent;
    }

    private MeterListener ListenTo(TestMeters meters)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, all) =>
            {
                if (instrument.Meter.Scope == meters && instrument.Name == "unleash_pat.notifications")
                {
                    all.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _outcomes.Add(tags.ToArray().Single(tag => tag.Key == "outcome").Value?.ToString()));
        listener.Start();
        return listener;
    }

    private async Task<User> AddAsync(AccountType type = AccountType.User)
    {
        var name = NewName();
        var user = new NewUser(type, name, type == AccountType.User ? $"{name}@example.com" : null, null, RootRole.Viewer, null, Now);
        return (await Users.CreateAsync(user, AuditStamp.BySystem(EventType.UserCreated, Now), Cancel)).Value.ShouldNotBeNull();
    }

    private async Task UpdateAsync(User user, string? email = null, bool? isEnabled = null) => (await Users.UpdateAsync(
        new(user.Id, AccountType.User, null, email, null, isEnabled), AuditStamp.BySystem(EventType.UserUpdated, Now), Cancel)).Value.ShouldNotBeNull();

    private async Task StoreAsync(User user, string recipient)
    {
        var (source, name) = (Get<INotificationSource>(), NewName());
        var owner = new NotificationOwner(user.Id, user.AccountType.ToName(), user.Username, null, user.Email, true);
        await source.BeginAsync(name, new(Now, 0), Cancel);
        var notification = new NewNotification(name, new(NotificationType.Expired, Now, new(new(1, name, Now), owner))) { Targets = [new(NotificationChannel.Mail, recipient)] };
        (await source.AddAsync(new(name, new(Now, 0), new(Now, 1)), [notification], Now, Cancel)).ShouldBeTrue();
    }

    private sealed class Recording : INotificationChannel
    {
        public List<ClaimedNotification> Sent { get; } = [];

        public bool HasRested { get; private set; }

        public NotificationChannel Channel => NotificationChannel.Mail;

        public string Server => "nowhere";

        public int AtATime => 1;

        public Task<Delivery> SendAsync(ClaimedNotification notification, CancellationToken cancellationToken)
        {
            Sent.Add(notification);
            return Task.FromResult(Delivery.Sent);
        }

        public Task RestAsync(CancellationToken cancellationToken)
        {
            HasRested = true;
            return Task.CompletedTask;
        }
    }

    private sealed class Started : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => new(canceled: true);

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}

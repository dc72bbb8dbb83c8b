using Microsoft.Extensions.Time.Testing;
using Moq;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Notifications;

/// <summary>docs/notifications.md, "Try it": who gets a test, and that one that fails does not keep the other from being sent.</summary>
public sealed class SendTestNotificationsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly List<User> _users = [];
    private readonly List<ClaimedNotification> _sent = [];
    private Func<ClaimedNotification, Delivery> _answer = _ => Delivery.Sent;

    [Fact]
    public async Task The_mail_goes_to_the_first_administrator_who_is_switched_on_and_has_an_address()
    {
        Add(1, RootRole.Admin, null);
        Add(2, RootRole.Viewer, "viewer@example.com");
        Add(3, RootRole.Admin, "off@example.com", isEnabled: false);
        Add(4, RootRole.Admin, "admin@example.com");
        Add(5, RootRole.Admin, "later@example.com");

        (await SendAsync(to: null)).ShouldBe([Result(NotificationChannel.Webhook, "", null), Result(NotificationChannel.Mail, "admin@example.com", null)]);

        _sent.Select(sent => sent.Recipient).ShouldBe(["", "admin@example.com"]);
        _sent.Select(sent => sent.MessageId).ShouldBeUnique();
        _sent.ShouldAllBe(sent => sent.Body == """{"type":"notification.test","timestamp":"2026-06-01T08:00:00.000Z","data":{"token":{"id":0,"description":"test"},"owner":{"id":0}}}""");
        NotificationText.Of(Notification.FromJson(_sent[1].Body)).Subject.ShouldBe("A test of Unleash.Pat's notifications");
    }

    [Fact]
    public async Task An_address_that_is_given_is_used_and_without_any_no_mail_is_sent()
    {
        (await SendAsync(to: "ann@example.com"))[1].ShouldBe(Result(NotificationChannel.Mail, "ann@example.com", null));
        _sent.Clear();

        (await SendAsync(to: null))[1].ShouldBe(Result(NotificationChannel.Mail, "", "no administrator who is switched on has an e-mail address"));
        _sent.ShouldHaveSingleItem().Recipient.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fails_says_why_and_the_other_is_sent()
    {
        _answer = sent => sent.Recipient.Length == 0 ? throw new InvalidOperationException("ann@example.com") : new("it is away");

        (await SendAsync(to: "ann@example.com")).Select(one => one.Failure).ShouldBe([nameof(InvalidOperationException), "it is away"]);
    }

    private Task<IReadOnlyList<TestDelivery>> SendAsync(string? to)
    {
        var users = new Mock<IUserRepository>();
        users.Setup(all => all.GetAllOfTypeAsync(AccountType.User, It.IsAny<CancellationToken>())).ReturnsAsync(_users);
        return new SendTestNotificationsCommandHandler(
                [Channel(NotificationChannel.Webhook), Channel(NotificationChannel.Mail)], users.Object, new FakeTimeProvider(Now))
            .Handle(new(to), TestContext.Current.CancellationToken);
    }

    private INotificationChannel Channel(NotificationChannel which)
    {
        var channel = new Mock<INotificationChannel>();
        channel.SetupGet(known => known.Channel).Returns(which);
        channel.SetupGet(known => known.Server).Returns("server");
        channel.Setup(known => known.SendAsync(It.IsAny<ClaimedNotification>(), It.IsAny<CancellationToken>()))
            .Returns((ClaimedNotification sent, CancellationToken _) =>
            {
                _sent.Add(sent);
                return Task.FromResult(_answer(sent));
            });
        return channel.Object;
    }

    private static TestDelivery Result(NotificationChannel channel, string recipient, string? failure) => new(channel, "server", recipient, failure);

    private void Add(long id, RootRole role, string? email, bool isEnabled = true) =>
        _users.Add(new(id, AccountType.User, $"user {id}", email, null, role, 0, Now, null) { IsEnabled = isEnabled });
}

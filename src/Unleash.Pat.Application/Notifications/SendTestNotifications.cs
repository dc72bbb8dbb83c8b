using System.Security.Cryptography;
using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Notifications;

/// <summary>Sends a test by each channel that is on, once, whether or not it arrives.</summary>
/// <param name="To">Where the mail goes; <see langword="null"/>: to the first administrator who has an address.</param>
[RequiresPermission(Permission.Admin)]
public sealed record SendTestNotificationsCommand(string? To) : IRequest<IReadOnlyList<TestDelivery>>;

/// <summary>What became of a test.</summary>
/// <param name="Channel">By which channel it was to go.</param>
/// <param name="Server">The server that it was sent to.</param>
/// <param name="Recipient">An e-mail address; empty for a webhook, and where there is none.</param>
/// <param name="Failure">Why it was not sent; <see langword="null"/> where it was.</param>
public sealed record TestDelivery(NotificationChannel Channel, string Server, string Recipient, string? Failure);

internal sealed class SendTestNotificationsCommandHandler(IEnumerable<INotificationChannel> channels, IUserRepository users, TimeProvider time)
    : IRequestHandler<SendTestNotificationsCommand, IReadOnlyList<TestDelivery>>
{
    // The same properties as in each other notification, for receivers that read them before they look at the type.
    private static readonly NotificationData Data = new(new(0, "test", ExpiresAt: null), new(0, null, null, null, null, null));

    public async Task<IReadOnlyList<TestDelivery>> Handle(SendTestNotificationsCommand request, CancellationToken cancellationToken)
    {
        var deliveries = new List<TestDelivery>();
        foreach (var channel in channels)
        {
            var recipient = channel.Channel == NotificationChannel.Webhook ? "" : request.To ?? await FindAdministratorAsync(cancellationToken);
            var failure = recipient is null
                ? "no administrator who is switched on has an e-mail address"
                : await SendAsync(channel, recipient, cancellationToken);
            deliveries.Add(new(channel.Channel, channel.Server, recipient ?? "", failure));
        }

        return deliveries;
    }

    private async Task<string?> SendAsync(INotificationChannel channel, string recipient, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var id = RandomNumberGenerator.GetHexString(ClaimedNotification.MessageIdLength, lowercase: true);
        var body = new Notification(NotificationType.Test, now, Data).ToJson();
        var delivery = await NotificationAttempt.RunAsync(channel, new(Id: 0, id, recipient, body, now, Attempts: 1));
        await channel.RestAsync(cancellationToken);
        return delivery.Failure;
    }

    private async Task<string?> FindAdministratorAsync(CancellationToken cancellationToken)
    {
        var accounts = await users.GetAllOfTypeAsync(AccountType.User, cancellationToken);
        return accounts.FirstOrDefault(user => user is { IsEnabled: true, Email: not null } && user.RootRole == RootRole.Admin)?.Email;
    }
}

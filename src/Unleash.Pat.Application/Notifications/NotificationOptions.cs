using Microsoft.Extensions.Configuration;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Notifications;

/// <summary>Which notifications are sent, and to whom (docs/notifications.md).</summary>
/// <param name="Channels">The channels that are switched on.</param>
/// <param name="ServiceAccountOwners">The addresses that are told of the tokens of service accounts.</param>
internal sealed record NotificationOptions(IReadOnlyList<NotificationChannel> Channels, IReadOnlyList<string> ServiceAccountOwners)
{
    /// <summary>The setting that switches webhooks on.</summary>
    private const string WebhookUrl = "Notifications:Webhook:Url";

    /// <summary>The setting that switches mail on.</summary>
    private const string SmtpHost = "Notifications:Smtp:Host";

    public static NotificationOptions Read(IConfiguration configuration)
    {
        var channels = new List<NotificationChannel>();
        if (configuration[WebhookUrl] is not null)
        {
            channels.Add(NotificationChannel.Webhook);
        }

        if (configuration[SmtpHost] is not null)
        {
            channels.Add(NotificationChannel.Mail);
        }

        var owners = configuration.GetSection("Notifications:Smtp:ServiceAccountOwners").GetChildren();
        return new(channels, [.. owners.Select(owner => owner.Value!.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>By which channels, and at which addresses, an account is told.</summary>
    /// <remarks>
    /// Threat: the mailbox of an account that was switched off or deleted may be somebody else's by now, so no mail goes there.
    /// </remarks>
    public IReadOnlyList<NotificationTarget> TargetsFor(NotificationOwner owner) =>
        [.. Channels.SelectMany(channel => channel == NotificationChannel.Webhook ? [""] : AddressesOf(owner), (channel, recipient) => new NotificationTarget(channel, recipient))];

    /// <summary>The addresses at which an account is told by mail.</summary>
    public IEnumerable<string> AddressesOf(NotificationOwner owner) => owner switch
    {
        { Enabled: not true } => [],
        _ when owner.AccountType == AccountType.ServiceAccount.ToName() => ServiceAccountOwners,
        { Email: { } address } => [address],
        _ => [],
    };
}

using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Notifications;

/// <summary>To whom a notification that was stored earlier may still be sent.</summary>
/// <remarks>
/// Threat: an attempt can be a day later than the notification was stored. The account may be switched off, deleted or have
/// another address by now, and its former mailbox may be somebody else's.
/// </remarks>
internal sealed class CurrentRecipients(IUserRepository users, NotificationOptions options)
{
    /// <returns>The recipient, of an account with another address that one; <see langword="null"/> where there is none any more.</returns>
    public async Task<string?> FindAsync(
        NotificationChannel channel, ClaimedNotification notification, CancellationToken cancellationToken)
    {
        if (channel == NotificationChannel.Webhook)
        {
            return notification.Recipient;
        }

        if (await users.FindAsync(Notification.FromJson(notification.Body).Data.Owner.Id, cancellationToken) is not { } account)
        {
            return null;
        }

        var addresses = options.AddressesOf(OwnerOf(account)).ToList();
        return addresses.Contains(notification.Recipient, StringComparer.Ordinal) ? notification.Recipient
            : account.AccountType == AccountType.User ? addresses.FirstOrDefault()
            : null;
    }

    private static NotificationOwner OwnerOf(User account) => new(
        account.Id, account.AccountType.ToName(), account.Username, account.Name, account.Email, account.IsEnabled);
}

namespace Unleash.Pat.Application.Notifications;

/// <summary>A notification to be stored, once for each channel and recipient.</summary>
/// <param name="Key">What it is about, in a text that no other notification has: it is stored once.</param>
/// <param name="Content">What it tells.</param>
public sealed record NewNotification(string Key, Notification Content)
{
    /// <summary>The longest key.</summary>
    public const int MaxKeyLength = 100;

    /// <summary>By which channels, and to whom.</summary>
    public IReadOnlyList<NotificationTarget> Targets { get; init; } = [];
}

/// <summary>A channel, and the recipient there.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Recipient">An e-mail address; empty for a webhook, which has one receiver.</param>
public sealed record NotificationTarget(NotificationChannel Channel, string Recipient)
{
    /// <summary>The longest recipient.</summary>
    public const int MaxRecipientLength = 320;
}

/// <summary>A way to tell.</summary>
public enum NotificationChannel
{
    /// <summary>A signed HTTP request.</summary>
    Webhook = 0,

    /// <summary>An e-mail.</summary>
    Mail = 1,
}

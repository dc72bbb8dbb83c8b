using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unleash.Pat.Application.Notifications;

/// <summary>What is told, in the form in which a webhook receives it (docs/notifications.md).</summary>
/// <param name="Type">One of <see cref="NotificationType"/>.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Data">To which token it happened.</param>
/// <remarks>Threat: it leaves the service. It has no secret, and no part of one.</remarks>
public sealed record Notification(string Type, DateTimeOffset Timestamp, NotificationData Data)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new UtcMillisecondsJsonConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The body of a webhook.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static Notification FromJson(string text) =>
        JsonSerializer.Deserialize<Notification>(text, Json) ?? throw new JsonException("It is no notification.");
}

/// <summary>The token that a notification is about, and what was done to it.</summary>
/// <param name="Token">The token.</param>
/// <param name="Owner">Its account.</param>
public sealed record NotificationData(NotificationToken Token, NotificationOwner Owner)
{
    /// <summary>How many days are left until it expires, rounded up.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>Why it was revoked: one of <see cref="NotificationReason"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Which administrator revoked it.</summary>
    public string? RevokedBy { get; init; }

    /// <summary>The IP address from which it was revoked or used.</summary>
    public string? Address { get; init; }
}

/// <summary>A token.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Description">What its account calls it.</param>
/// <param name="ExpiresAt">When it expires; absent where the event log does not say it.</param>
public sealed record NotificationToken(long Id, string Description, DateTimeOffset? ExpiresAt);

/// <summary>The account of a token; only its id is known where it was deleted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AccountType">Its kind, as docs/api.md names it.</param>
/// <param name="Username">Its username, or none.</param>
/// <param name="Name">Its name, or none.</param>
/// <param name="Email">Its e-mail address, or none.</param>
/// <param name="Enabled">Whether it is switched on.</param>
public sealed record NotificationOwner(
    long Id, string? AccountType, string? Username, string? Name, string? Email, bool? Enabled);

/// <summary>Kinds of notifications.</summary>
public static class NotificationType
{
    /// <summary>A token expires in some days.</summary>
    public const string ExpiresSoon = "token.expires_soon";

    /// <summary>A token has expired.</summary>
    public const string Expired = "token.expired";

    /// <summary>A token was revoked.</summary>
    public const string Revoked = "token.revoked";

    /// <summary>A secret was presented that a rotation had replaced.</summary>
    public const string SupersededSecretUsed = "token.superseded_secret_used";

    /// <summary>An administrator tries whether notifications arrive.</summary>
    public const string Test = "notification.test";
}

/// <summary>Why a token was revoked.</summary>
public static class NotificationReason
{
    /// <summary>An administrator revoked it.</summary>
    public const string Administrator = "administrator";

    /// <summary>Its holder presented it, to revoke it.</summary>
    public const string Holder = "holder";

    /// <summary>It was not used for <c>Pats:RevokeUnusedAfter</c>.</summary>
    public const string Unused = "unused";
}

using System.Globalization;
using System.Text.Json;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.Notifications;

/// <summary>What the owner of a token is told of an event.</summary>
internal static class EventNotice
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <returns><see langword="null"/> where it is nothing to tell.</returns>
    public static NewNotification? Of(TokenEvent entry)
    {
        var data = JsonSerializer.Deserialize<EventData>(entry.Data, Json) ?? new(null, null, null, null);
        return entry.Type == EventType.PatSupersededSecretUsed ? Used(entry, data)
            : IsNews(entry, data) ? Revoked(entry, data)
            : null;
    }

    // Its owner was told when it expired, and deleting it changes nothing.
    private static bool IsNews(TokenEvent entry, EventData data) =>
        data.Reason != RevocationCause.Expired && !(data.ExpiresAt <= entry.CreatedAt);

    private static NewNotification Revoked(TokenEvent entry, EventData data)
    {
        var reason = data.Reason ?? NotificationReason.Administrator;
        return new(Invariant($"event/{entry.Id}"), new(NotificationType.Revoked, entry.CreatedAt, About(entry, data) with
        {
            Reason = reason,
            RevokedBy = reason == NotificationReason.Administrator ? entry.CreatedBy : null,

            // An owner need not know from where an administrator works.
            Address = reason == NotificationReason.Holder ? data.Address : null,
        }));
    }

    // A forgotten program uses the secret every minute: its owner is told once a day.
    private static NewNotification Used(TokenEvent entry, EventData data) =>
        new(Invariant($"superseded/{entry.TokenId}/{entry.CreatedAt.UtcDateTime:yyyy-MM-dd}"),
            new(NotificationType.SupersededSecretUsed, entry.CreatedAt, About(entry, data) with { Address = data.Address }));

    private static NotificationData About(TokenEvent entry, EventData data) =>
        new(new(entry.TokenId, data.Description ?? "", data.ExpiresAt), entry.Owner);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is told of an event's data. Threat: a property that is not named here stays in the event log.</summary>
    private sealed record EventData(string? Description, DateTimeOffset? ExpiresAt, string? Reason, string? Address);
}

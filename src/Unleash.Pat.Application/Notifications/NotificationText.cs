using System.Globalization;
using System.Text;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Notifications;

/// <summary>A notification in words.</summary>
/// <param name="Subject">What happened, in one line.</param>
/// <param name="Happened">When and how.</param>
/// <param name="Advice">What to do.</param>
public sealed record NotificationText(string Subject, string Happened, string Advice)
{
    // A line of a mail client.
    private const int MostCharacters = 60;

    /// <summary>The words for a notification.</summary>
    public static NotificationText Of(Notification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var data = notification.Data;
        var token = TokenOf(data);
        var at = Instant(notification.Timestamp);
        return notification.Type switch
        {
            NotificationType.ExpiresSoon => new(
                $"{Capital(token)} {(data.DaysLeft is > 1 ? string.Create(CultureInfo.InvariantCulture, $"expires in {data.DaysLeft} days") : "expires within a day")}",
                $"It stops working on {Instant(data.Token.ExpiresAt)}. From then on, what uses it is refused.",
                "If it is still needed, rotate it: it gets a new secret and a later expiry. If not, there is nothing to do."),
            NotificationType.Expired => new(
                $"{Capital(token)} has expired",
                $"It stopped working on {Instant(data.Token.ExpiresAt)}. What uses it is refused.",
                "If it is still needed, create a new one and put its secret in the place of the old one. If not, delete it."),
            NotificationType.Revoked => Revoked(token, data, at),
            NotificationType.Test => new(
                "A test of Unleash.Pat's notifications",
                $"An administrator sent this on {at}, to find out whether mail arrives. It does.",
                "There is nothing to do."),
            _ => new(
                $"An old secret of {token} was used",
                $"A secret that a rotation had replaced was presented on {at}{From(data)}, and refused.",
                "A program may still have the old secret: give it the new one. If you know of none, somebody else may have the secret: find out where it was, and revoke the token if in doubt."),
        };
    }

    private static NotificationText Revoked(string token, NotificationData data, string at) => data.Reason switch
    {
        NotificationReason.Holder => new(
            $"{Capital(token)} was revoked by someone who had its secret",
            $"It was presented on {at}{From(data)}, to be revoked. It no longer works.",
            "If that was not you, others had the secret and could use the token: find out where it was, and create a new token."),
        NotificationReason.Unused => new(
            $"{Capital(token)} was revoked because it was not used",
            $"The policy of this service revokes tokens that are unused for too long. This one was revoked on {at}.",
            "If it is still needed, create a new one."),
        _ => new(
            $"{Capital(token)} was revoked by an administrator",
            $"{Shown(data.RevokedBy ?? "An administrator")} revoked it on {at}. It no longer works.",
            "If you did not expect this, ask the administrators of this service."),
    };

    private static string TokenOf(NotificationData data) => data.Owner.AccountType == AccountType.ServiceAccount.ToName()
        ? $"the access token \"{Shown(data.Token.Description)}\" of the service account \"{Shown(data.Owner.Name ?? data.Owner.Username ?? "")}\""
        : $"your access token \"{Shown(data.Token.Description)}\"";

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text[1..]);

    private static string From(NotificationData data) => data.Address is { } address ? $" from the address {Shown(address)}" : "";

    private static string Instant(DateTimeOffset? instant) => instant is { } given
        ? given.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : "an unknown day";

    /// <summary>A text of other people, for a line of a message.</summary>
    /// <remarks>
    /// Threat: line breaks make headers of a mail, marks of direction make a name look like another one, and a long name pushes
    /// out of sight what the message says.
    /// </remarks>
    internal static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Where(rune => !IsUnsafe(rune)).Take(MostCharacters + 1))
        {
            shown.Append(rune.ToString());
        }

        // Counted as people count, so that no character is cut in two.
        var cut = new StringInfo(shown.ToString());
        return text.EnumerateRunes().Count(rune => !IsUnsafe(rune)) <= MostCharacters
            ? shown.ToString()
            : $"{cut.SubstringByTextElements(0, cut.LengthInTextElements - 1)}…";
    }

    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

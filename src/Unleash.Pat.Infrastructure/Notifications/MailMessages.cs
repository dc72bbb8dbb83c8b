using MimeKit;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Notifications;

/// <summary>Makes mails of notifications.</summary>
internal sealed class MailMessages(SmtpSettings settings, TimeProvider time)
{
    /// <returns><see langword="null"/> where the recipient is no e-mail address.</returns>
    public MimeMessage? TryMake(ClaimedNotification claimed)
    {
        // Threat: an address with a line break or a comma would be more recipients, or headers.
        if (!MailboxAddress.TryParse(claimed.Recipient, out var recipient) || recipient.Address != claimed.Recipient)
        {
            return null;
        }

        var notification = Notification.FromJson(claimed.Body);
        var text = NotificationText.Of(notification);
        var link = LinkOf(notification.Data.Owner);
        var message = new MimeMessage
        {
            Subject = text.Subject,
            Date = time.GetUtcNow(),
            MessageId = $"{claimed.MessageId}@{settings.From.Domain}",
            Body = new MultipartAlternative(
                new TextPart(MimeKit.Text.TextFormat.Plain) { Text = PlainOf(text, link) },
                new TextPart(MimeKit.Text.TextFormat.Html) { Text = MailHtml.Of(text, link, settings.PublicUrl) }),
        };
        message.From.Add(settings.From);
        message.To.Add(recipient);

        // RFC 3834, and what Exchange reads instead: no answer of an absent person comes back.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    private string? LinkOf(NotificationOwner owner) => settings.PublicUrl is not { } url ? null
        : owner.AccountType == AccountType.ServiceAccount.ToName() ? FormattableString.Invariant($"{url}/admin/service-accounts/{owner.Id}")
        : $"{url}/profile/personal-api-tokens";

    private string PlainOf(NotificationText text, string? link)
    {
        string?[] parts =
        [
            $"{text.Subject}.",
            text.Happened,
            text.Advice,
            link is null ? null : $"The tokens: {link}",
            $"-- \n{MailHtml.Footer(settings.PublicUrl)}",
        ];
        return string.Join("\n\n", parts.Where(part => part is not null)) + "\n";
    }
}

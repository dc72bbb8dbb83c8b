namespace Unleash.Pat.AdminUi.Users;

/// <summary>A link that opens the user's mail program (RFC 6068).</summary>
internal static class MailLink
{
    /// <remarks>
    /// Threat: an address like <c>a@example.org?bcc=b@example.org</c> would send the link to somebody else as well, so
    /// everything but the at sign is escaped.
    /// </remarks>
    public static string Create(string address, string subject, string body) =>
        $"mailto:{Escape(address).Replace("%40", "@", StringComparison.Ordinal)}?subject={Escape(subject)}&body={Escape(body.ReplaceLineEndings("\r\n"))}";

    private static string Escape(string text) => Uri.EscapeDataString(text);
}

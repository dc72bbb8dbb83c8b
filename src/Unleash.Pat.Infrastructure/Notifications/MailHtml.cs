using System.Text.Encodings.Web;
using System.Text.Unicode;
using Unleash.Pat.Application.Notifications;

namespace Unleash.Pat.Infrastructure.Notifications;

/// <summary>A notification as HTML that mail clients show alike: one column, styles in the elements, no image.</summary>
internal static class MailHtml
{
    // Threat: a description with markup would be shown as the service's own.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(NotificationText text, string? link, string? publicUrl) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{Encoded(text.Subject)}}</title>
        <style>
        :root { color-scheme: light dark; }
        @media (prefers-color-scheme: dark) {
          .page { background-color: #16181d !important; }
          .card { background-color: #1f2229 !important; border-color: #343944 !important; }
          .strong { color: #f2f3f5 !important; }
          .text { color: #d3d6dc !important; }
          .quiet { color: #a2a8b3 !important; }
          .button { background-color: #8f86ff !important; color: #14122b !important; }
        }
        </style>
        </head>
        <body class="page" style="margin:0;padding:0;background-color:#f4f5f7;">
        <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f4f5f7;">
        <tr><td align="center" style="padding:24px 12px;">
        <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background-color:#ffffff;border:1px solid #dfe2e8;border-radius:8px;">
        <tr><td style="padding:24px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;text-align:left;">
        <h1 class="strong" style="margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600;color:#1b1d22;overflow-wrap:anywhere;"><bdi>{{Encoded(text.Subject)}}</bdi></h1>
        <p class="text" style="margin:0 0 16px;color:#3b3f47;overflow-wrap:anywhere;">{{Encoded(text.Happened)}}</p>
        <p class="text" style="margin:0;color:#3b3f47;overflow-wrap:anywhere;">{{Encoded(text.Advice)}}</p>
        {{Button(link)}}
        </td></tr>
        </table>
        <p class="quiet" style="max-width:560px;margin:16px 0 0;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:20px;color:#6a707b;overflow-wrap:anywhere;">{{Encoded(Footer(publicUrl))}}</p>
        </td></tr>
        </table>
        </body>
        </html>
        """;

    /// <summary>Who has sent it.</summary>
    public static string Footer(string? publicUrl) => publicUrl is null
        ? "Unleash.Pat, the service for access tokens, has sent this automatically."
        : $"Unleash.Pat, the service for access tokens at {publicUrl}, has sent this automatically.";

    private static string Button(string? link) => link is null ? "" : $"""
        <p style="margin:24px 0 0;"><a class="button" href="{Encoded(link)}" style="display:inline-block;padding:10px 20px;border-radius:6px;background-color:#4b3fd6;color:#ffffff;font-weight:600;text-decoration:none;">Show the tokens</a></p>
        """;

    private static string Encoded(string text) => Encoder.Encode(text);
}

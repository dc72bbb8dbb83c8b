using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Infrastructure.Notifications;

/// <summary>The signature of Standard Webhooks, version 1: HMAC-SHA-256 over id, timestamp and body.</summary>
internal static class WebhookSignature
{
    /// <returns>A signature for each key, with a space between two, of which a receiver accepts any.</returns>
    public static string Of(IEnumerable<byte[]> keys, string id, long timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"));
        return string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}"));
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Unleash.Pat.Infrastructure.Notifications;

/// <summary>The signature of Standard Webhooks, version 1: HMAC-SHA-256 over id, timestamp and body.</summary>
internal static class WebhookSignature
{
    public static string Of(byte[] key, string id, long timestamp, string body)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}");
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)))}";
    }
}

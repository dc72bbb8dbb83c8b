using System.Text;
using Microsoft.Extensions.Configuration;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Notifications;

/// <summary>The section <c>Notifications:Webhook</c> (docs/notifications.md).</summary>
internal sealed class WebhookSettings
{
    public const string Section = "Notifications:Webhook";

    public const string UrlKey = $"{Section}:Url";

    private const string SecretKey = $"{Section}:Secret";
    private const string PreviousSecretKey = $"{Section}:PreviousSecret";
    private const string EncodedPrefix = "whsec_";

    // As Standard Webhooks has it. Threat: who receives one request tries secrets until one makes its signature.
    private const int ShortestKey = 24;

    /// <summary>Where to send.</summary>
    public required Uri Url { get; init; }

    /// <summary>The keys of the signatures: the one in force, and while it is replaced, the former one.</summary>
    public required IReadOnlyList<byte[]> Keys { get; init; }

    /// <summary>The settings, where <see cref="UrlKey"/> is set.</summary>
    /// <exception cref="StartupException">A value cannot be used.</exception>
    public static WebhookSettings Read(IConfiguration configuration) => new()
    {
        Url = ReadUrl(configuration[UrlKey]!),
        Keys = ReadKeys(configuration),
    };

    private static IReadOnlyList<byte[]> ReadKeys(IConfiguration configuration)
    {
        var key = ReadKey(configuration[SecretKey], $"{SecretKey} must be set with {UrlKey}: ");
        if (configuration[PreviousSecretKey] is not { } text)
        {
            return [key];
        }

        var previous = ReadKey(text, $"{PreviousSecretKey} must be ");
        return !previous.AsSpan().SequenceEqual(key)
            ? [key, previous]
            : throw new StartupException($"{PreviousSecretKey} must be another secret than {SecretKey}.");
    }

    // Threat: what is sent has names and addresses, which a network must not read. Only a receiver on this machine needs no TLS.
    private static Uri ReadUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url.UserInfo.Length == 0 && url.Fragment.Length == 0
            ? url
            : throw new StartupException($"{UrlKey} must be an address that begins with https://, without credentials; http is accepted on this machine only.");

    private static byte[] ReadKey(string? text, string requirement)
    {
        var key = text is null ? []
            : text.StartsWith(EncodedPrefix, StringComparison.Ordinal) ? Decode(text[EncodedPrefix.Length..])
            : Encoding.UTF8.GetBytes(text);
        return key.Length >= ShortestKey
            ? key
            : throw new StartupException($"{requirement}at least {ShortestKey} characters, or {EncodedPrefix} and the base64 form of at least {ShortestKey} bytes.");
    }

    private static byte[] Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : [];
    }
}

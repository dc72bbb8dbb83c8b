using System.Net;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Notifications;

/// <summary>The section <c>Notifications:Smtp</c> (docs/notifications.md).</summary>
internal sealed class SmtpSettings
{
    public const string Section = "Notifications:Smtp";

    public const string HostKey = $"{Section}:Host";

    private const int TlsPort = 465;
    private const int SubmissionPort = 587;
    private const int RelayPort = 25;

    public required string Host { get; init; }

    public required int Port { get; init; }

    public required SecureSocketOptions Security { get; init; }

    /// <summary>With what to sign in; <see langword="null"/> for a server that wants nothing.</summary>
    public required NetworkCredential? Credentials { get; init; }

    /// <summary>The sender.</summary>
    public required MailboxAddress From { get; init; }

    /// <summary>The service's public address; <see langword="null"/>: mails have no link.</summary>
    public required string? PublicUrl { get; init; }

    /// <summary>The settings, where <see cref="HostKey"/> is set.</summary>
    /// <exception cref="StartupException">A value cannot be used.</exception>
    public static SmtpSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        RequireOwners(section);
        var security = ReadSecurity(section);
        var host = section["Host"]!.Trim();
        return new SmtpSettings
        {
            Host = host,
            Port = ReadPort(section, security),
            Security = security,
            Credentials = ReadCredentials(section, host, security),
            From = Address(section["From"]) ?? throw new StartupException($"{Section}:From must be the address that mails are sent from, for example \"Tokens <tokens@example.com>\"."),
            PublicUrl = configuration["PublicUrl"]?.TrimEnd('/'),
        };
    }

    private static SecureSocketOptions ReadSecurity(IConfigurationSection section) => section["Security"]?.ToUpperInvariant() switch
    {
        null => section["Port"] == $"{TlsPort}" ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls,
        "NONE" => SecureSocketOptions.None,
        "STARTTLS" => SecureSocketOptions.StartTls,
        "STARTTLSWHENAVAILABLE" => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.SslOnConnect,
    };

    private static int ReadPort(IConfigurationSection section, SecureSocketOptions security) => section.GetValue<int?>("Port") switch
    {
        null => security switch
        {
            SecureSocketOptions.SslOnConnect => TlsPort,
            SecureSocketOptions.StartTls => SubmissionPort,
            _ => RelayPort,
        },
        >= IPEndPoint.MinPort + 1 and <= IPEndPoint.MaxPort and { } port => port,
        _ => throw new StartupException($"{Section}:Port must be between 1 and {IPEndPoint.MaxPort}."),
    };

    private static NetworkCredential? ReadCredentials(IConfigurationSection section, string host, SecureSocketOptions security)
    {
        var (username, password) = (section["Username"], section["Password"]);
        if (username is null && password is null)
        {
            return null;
        }

        if (username is null || password is null)
        {
            throw new StartupException($"{Section}:Username and {Section}:Password must both be set, or neither.");
        }

        // Threat: who sits between would read the password, or take the offer of TLS out of the server's answer.
        return security is SecureSocketOptions.StartTls or SecureSocketOptions.SslOnConnect || IsThisMachine(host)
            ? new NetworkCredential(username, password)
            : throw new StartupException($"{Section}:Security must be StartTls or Tls with {Section}:Password, which would not be encrypted otherwise.");
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static void RequireOwners(IConfigurationSection section)
    {
        foreach (var owner in section.GetSection("ServiceAccountOwners").GetChildren())
        {
            if (Address(owner.Value)?.Address != owner.Value?.Trim())
            {
                throw new StartupException($"{owner.Path} must be an e-mail address alone, for example team@example.com.");
            }
        }
    }

    private static MailboxAddress? Address(string? text) =>
        MailboxAddress.TryParse(text, out var address) && address.Address.Contains('@', StringComparison.Ordinal) ? address : null;
}

using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Unleash.Pat.TestSupport.Notifications;

/// <summary>A real mail server on a real socket.</summary>
public sealed class MailServer : MessageStore, IMailboxFilter, IUserAuthenticator, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(string Raw, MimeMessage Message)> _mails = new();
    private readonly ConcurrentQueue<string> _refused = new();
    private readonly ConcurrentQueue<string> _signIns = new();
    private MailServerOptions _options = new();
    private Task _running = Task.CompletedTask;
    private int _port;

    /// <summary>Whether it accepts a recipient; all where it is not set.</summary>
    public Func<string, bool>? Recipients { get; set; }

    /// <summary>What it answers to a whole mail; where it is not set, that it has it.</summary>
    public Func<MimeMessage, SmtpResponse>? Answer { get; set; }

    public IReadOnlyList<MimeMessage> Mails => [.. _mails.Select(mail => mail.Message)];

    /// <summary>Recipients that it did not accept.</summary>
    public IReadOnlyList<string> Refused => [.. _refused];

    /// <summary>The usernames that signed in, or tried to.</summary>
    public IReadOnlyList<string> SignIns => [.. _signIns];

    public int Port => _port;

    /// <summary>Everything that it was sent, as it was sent and as it is read.</summary>
    public string Traffic => string.Join('\n', _mails.Select(mail => $"{mail.Raw}\n{mail.Message.TextBody}\n{mail.Message.HtmlBody}"));

    public IEnumerable<(string Key, string Value)> Settings =>
    [
        ("Notifications:Smtp:Host", "127.0.0.1"),
        ("Notifications:Smtp:Port", _port.ToString(CultureInfo.InvariantCulture)),
        ("Notifications:Smtp:Security", "None"),
        ("Notifications:Smtp:From", "Tokens <tokens@pat.example.com>"),
    ];

    public static async Task<MailServer> StartAsync(MailServerOptions? options = null)
    {
        var server = new MailServer { _options = options ?? new() };
        var started = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, started2) => started.SetResult(((IPEndPoint)started2.LocalEndPoint).Port);
        var services = new ServiceProvider();
        services.Add((IMessageStore)server);
        services.Add((IMailboxFilter)server);
        services.Add((IEndpointListenerFactory)listeners);
        services.Add((IUserAuthenticator)server);
        var built = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(server.Configure).Build();
        server._running = new SmtpServer.SmtpServer(built, services).StartAsync(server._stop.Token);
        server._port = await started.Task;
        return server;
    }

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(buffer.ToArray());
        var message = await MimeMessage.LoadAsync(stream, cancellationToken);
        _mails.Enqueue((Encoding.UTF8.GetString(buffer.ToArray()), message));
        return Answer?.Invoke(message) ?? SmtpResponse.Ok;
    }

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
    {
        var address = $"{to.User}@{to.Host}";
        if (Recipients?.Invoke(address) is null or true)
        {
            return Task.FromResult(true);
        }

        _refused.Enqueue(address);
        return Task.FromResult(false);
    }

    public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken)
    {
        _signIns.Enqueue(user);
        return Task.FromResult(password == _options.Password);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private void Configure(EndpointDefinitionBuilder endpoint)
    {
        endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, 0)).AllowUnsecureAuthentication(_options.SignInInClear);
        endpoint.AuthenticationRequired(_options.Password is not null).IsSecure(_options.TlsFromTheStart);
        if (_options.Certificate is { } certificate)
        {
            endpoint.Certificate(certificate);
        }
    }
}

/// <summary>What a mail server speaks, and whom it lets send.</summary>
/// <param name="Certificate">With one it offers STARTTLS.</param>
/// <param name="TlsFromTheStart">Whether it speaks TLS from the first byte on instead.</param>
/// <param name="Password">The password, for any username, without which it takes no mail.</param>
/// <param name="SignInInClear">Whether it offers to sign in without TLS.</param>
public sealed record MailServerOptions(
    X509Certificate2? Certificate = null, bool TlsFromTheStart = false, string? Password = null, bool SignInInClear = false);

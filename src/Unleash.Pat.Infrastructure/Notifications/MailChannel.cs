using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Unleash.Pat.Application.Notifications;

namespace Unleash.Pat.Infrastructure.Notifications;

/// <summary>Sends notifications as mails, one after another over one connection, which ends when there are no more.</summary>
internal sealed class MailChannel(SmtpSettings settings, TimeProvider time) : INotificationChannel, IDisposable
{
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromSeconds(3);

    private const int FirstPermanent = 500;

    private readonly MailMessages _messages = new(settings, time);
    private SmtpClient? _client;

    public NotificationChannel Channel => NotificationChannel.Mail;

    public string Server => string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}");

    public int AtATime => 1;

    public async Task<Delivery> SendAsync(ClaimedNotification notification, CancellationToken cancellationToken)
    {
        if (_messages.TryMake(notification) is not { } message)
        {
            return new("the recipient's address cannot be used", IsFinal: true);
        }

        var isSent = false;
        try
        {
            using (message)
            {
                await (await ConnectAsync(cancellationToken)).SendAsync(message, cancellationToken);
            }

            isSent = true;
            return Delivery.Sent;
        }
        catch (Exception exception) when (FailureOf(exception) is not null)
        {
            return FailureOf(exception)!;
        }
        finally
        {
            if (!isSent)
            {
                Drop();
            }
        }
    }

    public async Task RestAsync(CancellationToken cancellationToken)
    {
        // Threat: a server that does not answer the goodbye would hold up all mail that follows.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(GoodbyeTimeout);
        try
        {
            await (_client?.DisconnectAsync(quit: true, limit.Token) ?? Task.CompletedTask);
        }
        catch (Exception exception) when (exception is IOException or SocketException or SmtpProtocolException or TimeoutException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The server was first, or is silent.
        }
        finally
        {
            Drop();
        }
    }

    public void Dispose() => Drop();

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_client is { IsConnected: true } open)
        {
            return open;
        }

        Drop();

        // Like the service's other connections: the lists of many an internal authority cannot be reached from a server.
        _client = new SmtpClient { CheckCertificateRevocation = false };
        await _client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancellationToken);
        if (settings.Credentials is { } credentials)
        {
            await _client.AuthenticateAsync(credentials, cancellationToken);
        }

        return _client;
    }

    private void Drop()
    {
        _client?.Dispose();
        _client = null;
    }

    // Threat: what a server says can have the recipient's address in it, which the log must not have.
    private static Delivery? FailureOf(Exception exception) => exception switch
    {
        SmtpCommandException refusal => new(
            string.Create(CultureInfo.InvariantCulture, $"the mail server answered {(int)refusal.StatusCode} ({refusal.ErrorCode})"), IsFinal(refusal)),
        ServiceNotAuthenticatedException => new("the mail server wants a username and a password"),
        AuthenticationException => new("the mail server refused the username or the password"),
        SslHandshakeException { ServerCertificate: not null } => new("the mail server's certificate was not accepted"),
        SslHandshakeException => new("the mail server does not speak TLS at this port"),
        SocketException socket => new($"the mail server could not be reached ({socket.SocketErrorCode})"),
        IOException => new("the connection to the mail server broke"),
        SmtpProtocolException => new("the mail server does not speak SMTP as it should"),
        NotSupportedException => new("the mail server does not offer what the settings demand, StartTls or signing in"),
        _ => null,
    };

    // RFC 5321: what is refused so must not be sent again. A sender that is refused is a setting that can be put right.
    private static bool IsFinal(SmtpCommandException refusal) =>
        (int)refusal.StatusCode >= FirstPermanent && refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
}

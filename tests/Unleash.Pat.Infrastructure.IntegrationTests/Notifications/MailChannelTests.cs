using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Infrastructure.Notifications;
using Unleash.Pat.TestSupport.Notifications;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Notifications;

/// <summary>docs/notifications.md, "Mail": against a mail server, what goes over the network and what the log says.</summary>
/// <remarks>That a trusted certificate is accepted needs a process of its own: NotificationCommandTests.</remarks>
public sealed class MailChannelTests
{
    private const string Password = "a password of the mail server";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("StartTls")]
    [InlineData(null)]
    public async Task Nothing_goes_out_in_clear_to_a_server_without_TLS(string? security)
    {
        await using var server = await MailServer.StartAsync(new(Password: Password, SignInInClear: true));

        var failure = await FailureAsync(server.Port, ("Security", security), ("Username", "pat"), ("Password", Password));

        failure.ShouldBe("the mail server does not offer what the settings demand, StartTls or signing in");
        ShouldHaveNothing(server);
    }

    [Fact]
    public async Task TLS_from_the_first_byte_is_not_spoken_in_clear_either()
    {
        await using var server = await MailServer.StartAsync(new(Password: Password, SignInInClear: true));

        (await FailureAsync(server.Port, ("Security", "Tls"), ("Username", "pat"), ("Password", Password)))
            .ShouldBe("the mail server does not speak TLS at this port");
        ShouldHaveNothing(server);
    }

    [Theory]
    [InlineData("StartTls", false)]
    [InlineData("StartTlsWhenAvailable", false)]
    [InlineData("Tls", true)]
    public async Task A_certificate_that_nobody_trusts_is_refused_before_anything_is_said(string security, bool fromTheStart)
    {
        using var certificate = SelfMadeCertificate.Create();
        await using var server = await MailServer.StartAsync(new(certificate, fromTheStart));

        (await FailureAsync(server.Port, ("Security", security))).ShouldBe("the mail server's certificate was not accepted");
        ShouldHaveNothing(server);
    }

    /// <summary>Threat: a server whose goodbye never ends holds up all mail that follows.</summary>
    [Fact]
    public async Task A_goodbye_without_an_end_is_not_waited_for()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeWithoutGoodbyeAsync(listener);
        using (var channel = Channel(((IPEndPoint)listener.LocalEndpoint).Port, ("Security", "None")))
        {
            (await channel.SendAsync(Mail(), Cancel)).ShouldBe(Delivery.Sent);

            await channel.RestAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        }

        await Should.ThrowAsync<IOException>(serving);
    }

    [Fact]
    public async Task The_right_password_is_accepted_and_one_connection_serves_several_mails()
    {
        await using var server = await MailServer.StartAsync(new(Password: Password, SignInInClear: true));
        using var channel = Channel(server.Port, ("Security", "None"), ("Username", "pat"), ("Password", Password));

        (await channel.SendAsync(Mail(), Cancel)).ShouldBe(Delivery.Sent);
        (await channel.SendAsync(Mail(), Cancel)).ShouldBe(Delivery.Sent);
        await channel.RestAsync(Cancel);

        server.SignIns.ShouldBe(["pat"]);
        server.Mails.Count.ShouldBe(2);
        server.Traffic.ShouldNotContain(Password);
    }

    [Fact]
    public async Task A_wrong_password_is_told_without_it_and_tried_again_later()
    {
        const string Wrong = "not the password of the mail server";
        await using var server = await MailServer.StartAsync(new(Password: Password, SignInInClear: true));
        using var channel = Channel(server.Port, ("Security", "None"), ("Username", "pat"), ("Password", Wrong));

        var delivery = await channel.SendAsync(Mail(), Cancel);

        delivery.ShouldBe(new Delivery("the mail server refused the username or the password"));
        server.SignIns.ShouldContain("pat");
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_wants_a_password_says_so_where_none_is_set()
    {
        await using var server = await MailServer.StartAsync(new(Password: Password, SignInInClear: true));

        (await FailureAsync(server.Port, ("Security", "None"))).ShouldBe("the mail server wants a username and a password");
    }

    [Fact]
    public async Task A_server_that_offers_no_way_to_sign_in_gets_no_password()
    {
        await using var server = await MailServer.StartAsync();

        (await FailureAsync(server.Port, ("Security", "None"), ("Username", "pat"), ("Password", Password)))
            .ShouldBe("the mail server does not offer what the settings demand, StartTls or signing in");
        ShouldHaveNothing(server);
    }

    [Fact]
    public async Task A_port_at_which_nothing_listens_is_told()
    {
        (await FailureAsync(FreePort.Find(), ("Security", "None"))).ShouldBe("the mail server could not be reached (ConnectionRefused)");
    }

    private static void ShouldHaveNothing(MailServer server)
    {
        server.SignIns.ShouldBeEmpty();
        server.Mails.ShouldBeEmpty();
    }

    private static async Task<string?> FailureAsync(int port, params (string Key, string? Value)[] settings)
    {
        using var channel = Channel(port, settings);
        var delivery = await NotificationAttempt.RunAsync(channel, Mail());
        delivery.IsFinal.ShouldBeFalse("Settings can be put right.");
        return delivery.Failure;
    }

    private static MailChannel Channel(int port, params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        foreach (var (key, value) in settings.Append(("Host", "127.0.0.1")).Append(("Port", port.ToString(CultureInfo.InvariantCulture))).Append(("From", "tokens@example.com")))
        {
            configuration[$"{SmtpSettings.Section}:{key}"] = value;
        }

        return new(SmtpSettings.Read(configuration), TimeProvider.System);
    }

    private static ClaimedNotification Mail()
    {
        var at = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var body = new Notification(NotificationType.Expired, at, new(new(7, "laptop", at), new(42, "User", "ann", null, "ann@example.com", true)));
        return new(1, new('0', ClaimedNotification.MessageIdLength), "ann@example.com", body.ToJson(), at, 1);
    }

    private static async Task ServeWithoutGoodbyeAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancel);
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 ready");
        while (await reader.ReadLineAsync(Cancel) is { } line && line != "QUIT")
        {
            if (line is "DATA" or "." || line.StartsWith("EHLO", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal) || line.StartsWith("RCPT", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync(line == "DATA" ? "354 go on" : "250 done");
            }
        }

        while (true)
        {
            await writer.WriteLineAsync("221-and another thing");
        }
    }
}

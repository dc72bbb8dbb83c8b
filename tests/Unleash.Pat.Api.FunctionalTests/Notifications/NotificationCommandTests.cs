using System.Globalization;
using Microsoft.AspNetCore.Http;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Notifications;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Notifications;

/// <summary>docs/notifications.md, "Try it" and "Replace the secret": the command against a receiver and a mail server.</summary>
/// <remarks>In one test, because each start of the program costs.</remarks>
[OneEngineOnly("It reads accounts by a method that UserRepositoryTests run on each engine.")]
public sealed class NotificationCommandTests : ProcessTests<SqliteEngine>
{
    private const string NewSecret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string Password = "a password of the mail server";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unleash-pat-notifications-");

    [Fact]
    public async Task A_test_is_sent_with_the_settings_in_force_and_what_fails_is_said()
    {
        using var certificate = SelfMadeCertificate.Create();
        await using var receiver = await WebhookReceiver.StartAsync(Cancel);
        await using var mail = await MailServer.StartAsync(new(certificate, TlsFromTheStart: true, Password));
        (await StartMigration().ExitAsync(Cancel)).ShouldBe(0);
        (string, string)[] settings =
        [
            ("SSL_CERT_FILE", Write("ca.pem", certificate.ExportCertificatePem())),
            ("Notifications:Webhook:Url", receiver.Url),
            ("Notifications:Smtp:Host", "localhost"),
            ("Notifications:Smtp:Port", mail.Port.ToString(CultureInfo.InvariantCulture)),
            ("Notifications:Smtp:Security", "Tls"),
            ("Notifications:Smtp:Username", "pat"),
            ("Notifications:Smtp:From", "Tokens <tokens@pat.example.com>"),
        ];
        Write("Notifications__Webhook__Secret", NewSecret);
        Write("Notifications__Webhook__PreviousSecret", WebhookReceiver.Secret);
        Write("Notifications__Smtp__Password", Password);

        var sent = await RunAsync(0, settings, "--to", "ann@example.com");

        sent.ShouldBe([$"webhook, {new Uri(receiver.Url).GetLeftPart(UriPartial.Authority)}: sent", $"mail to ann@example.com, localhost:{mail.Port}: sent"]);
        var request = receiver.Requests.ShouldHaveSingleItem();
        request.Type.ShouldBe("notification.test");
        new[] { WebhookReceiver.Secret, NewSecret }.ShouldAllBe(secret => request.IsSignedWith(secret));
        request.IsSignedWith("whsec_" + Convert.ToBase64String(new byte[32])).ShouldBeFalse();
        mail.SignIns.ShouldBe(["pat"]);
        mail.Mails.ShouldHaveSingleItem().To.ToString().ShouldBe("ann@example.com");

        receiver.Answer = _ => Results.StatusCode(500);
        Write("Notifications__Smtp__Password", "another password");
        (await RunAsync(1, settings, "--to", "ann@example.com")).Select(line => line.Split(": ")[1])
            .ShouldBe(["not sent, the receiver answered 500", "not sent, the mail server refused the username or the password"]);

        (await RunAsync(1, [.. settings, .. Elsewhere()])).Select(line => line.Split(": ")[1])
            .ShouldBe(["not sent, the receiver could not be reached (ConnectionError)", "not sent, no administrator who is switched on has an e-mail address"]);

        _folder.EnumerateFiles("Notifications*").ToList().ForEach(file => file.Delete());
        await ShouldFailAsync(StartWith("notifications", "test"), "could not do it", "neither Notifications:Webhook:Url nor Notifications:Smtp:Host is set");
        mail.Mails.Count.ShouldBe(1);
    }

    private async Task<IReadOnlyList<string>> RunAsync(int exitCode, IEnumerable<(string, string)> settings, params string[] arguments)
    {
        var process = Run(settings, ["notifications", "test", "--key-per-file", _folder.FullName, .. arguments]);
        (await process.ExitAsync(Cancel)).ShouldBe(exitCode, process.Errors);
        var said = $"{string.Join(' ', process.Output)} {process.Errors}";
        new[] { Password, "another password", "whsec_", "in-the-url" }.ShouldAllBe(secret => !said.Contains(secret));
        return process.Output;
    }

    private static IEnumerable<(string, string)> Elsewhere() =>
        [("Notifications:Webhook:Url", $"http://127.0.0.1:{FreePort.Find()}/")];

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}

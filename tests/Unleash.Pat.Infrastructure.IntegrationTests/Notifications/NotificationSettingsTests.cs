using System.Text;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Notifications;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Notifications;

/// <summary>docs/notifications.md: what settings mean, and that one which cannot be used is refused by its name.</summary>
public sealed class NotificationSettingsTests
{
    private const string Text = "a secret of 24 characters";

    [Fact]
    public void The_secret_is_text_or_the_form_of_Standard_Webhooks()
    {
        WebhookSettings.Read(Configuration(("Webhook:Url", "https://hooks.example.com/x?y=z"), ("Webhook:Secret", Text))).Keys.ShouldHaveSingleItem().ShouldBe(Encoding.UTF8.GetBytes(Text));
        WebhookSettings.Read(Configuration(("Webhook:Url", "http://127.0.0.1:9/x"), ("Webhook:Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))).Keys.ShouldHaveSingleItem()
            .ShouldBe(Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    }

    /// <summary>The test vector of the libraries of Standard Webhooks.</summary>
    [Fact]
    public void The_signature_is_that_of_Standard_Webhooks() =>
        WebhookSignature.Of([Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}""")
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void Each_key_makes_a_signature_and_the_first_is_that_of_the_secret_in_force()
    {
        var settings = WebhookSettings.Read(Configuration(
            ("Webhook:Url", "https://hooks.example.com/"), ("Webhook:Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), ("Webhook:PreviousSecret", Text)));

        var signatures = WebhookSignature.Of(settings.Keys, "msg_1", 1, "{}").Split(' ');

        signatures.ShouldBe(settings.Keys.Select(key => WebhookSignature.Of([key], "msg_1", 1, "{}")));
        signatures[1].ShouldBe(WebhookSignature.Of([Encoding.UTF8.GetBytes(Text)], "msg_1", 1, "{}"));
    }

    [Theory]
    [InlineData("http://hooks.example.com/", Text, "Notifications:Webhook:Url must be an address that begins with https://")]
    [InlineData("https://user:pass@hooks.example.com/", Text, "Notifications:Webhook:Url must be")]
    [InlineData("hooks.example.com", Text, "Notifications:Webhook:Url must be")]
    [InlineData("https://hooks.example.com/", null, "Notifications:Webhook:Secret must be set")]
    [InlineData("https://hooks.example.com/", "too short", "Notifications:Webhook:Secret must be set")]
    [InlineData("https://hooks.example.com/", "whsec_not base64 at all, but long enough", "Notifications:Webhook:Secret must be set")]
    public void A_webhook_that_is_not_safe_is_refused(string url, string? secret, string reason) =>
        ShouldBeRefused(reason, ("Webhook:Url", url), ("Webhook:Secret", secret));

    [Theory]
    [InlineData(Text)]
    [InlineData("too short")]
    [InlineData("whsec_not base64 at all, but long enough")]
    public void A_previous_secret_that_signs_nothing_safely_is_refused(string previous) => ShouldBeRefused(
        "Notifications:Webhook:PreviousSecret must be ",
        ("Webhook:Url", "https://hooks.example.com/"), ("Webhook:Secret", Text), ("Webhook:PreviousSecret", previous));

    [Theory]
    [InlineData(null, null, 587, SecureSocketOptions.StartTls)]
    [InlineData("465", null, 465, SecureSocketOptions.SslOnConnect)]
    [InlineData(null, "Tls", 465, SecureSocketOptions.SslOnConnect)]
    [InlineData(null, "starttls", 587, SecureSocketOptions.StartTls)]
    [InlineData(null, "StartTlsWhenAvailable", 25, SecureSocketOptions.StartTlsWhenAvailable)]
    [InlineData("2525", "None", 2525, SecureSocketOptions.None)]
    public void Port_and_security_follow_from_each_other(string? port, string? security, int expectedPort, SecureSocketOptions expected)
    {
        var settings = SmtpSettings.Read(Configuration(
            ("Smtp:Host", "mail.example.com"), ("Smtp:From", "Tokens <tokens@example.com>"), ("Smtp:Port", port), ("Smtp:Security", security)));

        (settings.Port, settings.Security, settings.From.Address).ShouldBe((expectedPort, expected, "tokens@example.com"));
    }

    [Theory]
    [InlineData("Smtp:From", null, "Notifications:Smtp:From must be the address")]
    [InlineData("Smtp:From", "nobody", "Notifications:Smtp:From must be the address")]
    [InlineData("Smtp:Port", "70000", "Notifications:Smtp:Port must be between 1 and 65535.")]
    [InlineData("Smtp:Password", "x", "Notifications:Smtp:Username and Notifications:Smtp:Password must both be set")]
    [InlineData("Smtp:ServiceAccountOwners:1", "Team <team@example.com>", "Notifications:Smtp:ServiceAccountOwners:1 must be an e-mail address alone")]
    public void A_mail_server_that_cannot_be_used_is_refused(string key, string? value, string reason) =>
        ShouldBeRefused(reason, ("Smtp:Host", "mail.example.com"), ("Smtp:From", "tokens@example.com"), (key, value));

    [Fact]
    public void A_password_is_not_sent_without_encryption_but_on_this_machine()
    {
        (string, string?)[] credentials = [("Smtp:From", "tokens@example.com"), ("Smtp:Username", "u"), ("Smtp:Password", "p"), ("Smtp:Security", "StartTlsWhenAvailable")];

        ShouldBeRefused("Notifications:Smtp:Security must be StartTls or Tls", [("Smtp:Host", "mail.example.com"), .. credentials]);
        SmtpSettings.Read(Configuration([("Smtp:Host", "localhost"), .. credentials])).Credentials.ShouldNotBeNull();
    }

    [Fact]
    public void What_is_set_without_the_switch_is_refused()
    {
        ShouldBeRefused("Notifications:Webhook:Secret must be set", ("Webhook:Url", "https://hooks.example.com/"), ("Webhook:PreviousSecret", Text));
        ShouldBeRefused("Notifications:Webhook:Secret is set, but Notifications:Webhook:Url, which switches it on, is not.", ("Webhook:Secret", Text));
        ShouldBeRefused("Notifications:Webhook:PreviousSecret is set, but Notifications:Webhook:Url,", ("Webhook:PreviousSecret", Text));
        ShouldBeRefused("Notifications:Smtp:From is set, but Notifications:Smtp:Host, which switches it on, is not.", ("Smtp:From", "tokens@example.com"));
    }

    private static void ShouldBeRefused(string reason, params (string Key, string? Value)[] settings) =>
        Should.Throw<StartupException>(() => new ServiceCollection().AddInfrastructure(Configuration(settings))).Message.ShouldContain(reason);

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        foreach (var (key, value) in settings)
        {
            configuration[$"Notifications:{key}"] = value;
        }

        return configuration;
    }
}

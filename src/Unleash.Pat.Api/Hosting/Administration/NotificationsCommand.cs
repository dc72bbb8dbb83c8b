using System.CommandLine;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Notifications;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary><c>dotnet Unleash.Pat.Api.dll notifications test</c>: whether notifications arrive, with the settings in force.</summary>
internal static class NotificationsCommand
{
    // The setting that switches each channel on.
    private static readonly (NotificationChannel Channel, string Switch)[] Channels =
        [(NotificationChannel.Webhook, "Notifications:Webhook:Url"), (NotificationChannel.Mail, "Notifications:Smtp:Host")];

    public static Command Create(AdministrationRunner run) => new("notifications", "Try the settings of notifications.") { Test(run) };

    private static Command Test(AdministrationRunner run)
    {
        var to = new Option<string>("--to") { Description = "where the mail goes; without it, to the first administrator who has an address" };
        var command = new Command("test", "Send a test to the webhook and by mail, if they are on. The exit code is 1 where one was not sent.") { to };
        command.Validators.Add(result =>
        {
            if (result.GetValue(to) is { } address && !AccountName.IsEmailAddress(address))
            {
                result.AddError("--to must be an e-mail address.");
            }
        });
        command.SetAction((parsed, cancel) => run(
            (administration, token) => SendAsync(administration, parsed.GetValue(to), token),
            cancel));
        return command;
    }

    private static async Task SendAsync(Administration administration, string? to, CancellationToken cancellationToken)
    {
        var deliveries = await administration.Mediator.Send(new SendTestNotificationsCommand(to), cancellationToken);
        if (deliveries.Count == 0)
        {
            throw new StartupException($"Notifications are off: neither {Channels[0].Switch} nor {Channels[1].Switch} is set.");
        }

        foreach (var (channel, setting) in Channels)
        {
            var delivery = deliveries.FirstOrDefault(one => one.Channel == channel);
            var isWanted = delivery is not null || (channel == NotificationChannel.Mail && to is not null);
            administration.ExitCode |= isWanted && delivery is not { Failure: null } ? 1 : 0;
            await Console.Out.WriteLineAsync((delivery is null ? $"{NameOf(channel)}: off, {setting} is not set" : LineOf(delivery)).AsMemory(), cancellationToken);
        }
    }

    private static string LineOf(TestDelivery delivery)
    {
        var recipient = delivery.Recipient.Length == 0 ? "" : $" to {TerminalText.Of(delivery.Recipient)}";
        return $"{NameOf(delivery.Channel)}{recipient}, {delivery.Server}: {(delivery.Failure is { } failure ? $"not sent, {failure}" : "sent")}";
    }

    private static string NameOf(NotificationChannel channel) => channel == NotificationChannel.Webhook ? "webhook" : "mail";
}

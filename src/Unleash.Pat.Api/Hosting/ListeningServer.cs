using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Unleash.Pat.Api.Hosting.Connections;
using Unleash.Pat.Api.Hosting.Logging;
using Unleash.Pat.Api.Hosting.Settings;
using Unleash.Pat.Api.Hosting.Telemetry;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting;

/// <summary>
/// The web server. Every reason not to listen becomes a message that tells the operator what to change, and a stop does not wait
/// for clients.
/// </summary>
internal sealed partial class ListeningServer(IServer server, IConfiguration configuration, RequestsAtWork atWork, TimeProvider time) : IServer
{
    // As long as the web server waits, while it is not stopping, for a client that sends nothing or takes nothing of its answer.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // The beginning of Kestrel's message, which has no exception type of its own.
    private const string NoCertificate = "Unable to configure HTTPS endpoint";

    public IFeatureCollection Features => server.Features;

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        var addresses = Addresses();
        if (addresses.FirstOrDefault(address => !ListenAddress.IsValid(address)) is { } wrong)
        {
            throw new StartupException(Refusal(wrong));
        }

        try
        {
            await server.StartAsync(new CountedApplication<TContext>(application, atWork), cancellationToken);
        }
#pragma warning disable CA1031 // An address, a port or a certificate can be wrong in ways that have no exception of their own.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            throw new StartupException(Reason(exception, addresses), exception);
        }
    }

    // Threat: half a request, which takes no account, delays every stop, and a service manager that is less patient kills the process.
    // As it stops, Kestrel no longer cuts off clients that send too slowly.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stopped = server.StopAsync(cut.Token);
        var lastAtWork = time.GetTimestamp();
        while (!stopped.IsCompleted && time.GetElapsedTime(lastAtWork) < Grace)
        {
            await Task.WhenAny(stopped, Task.Delay(Pause, time, CancellationToken.None));
            lastAtWork = atWork.IsEmpty ? lastAtWork : time.GetTimestamp();
        }

        await cut.CancelAsync();
        await stopped;
    }

    public void Dispose() => server.Dispose();

    private string Reason(Exception exception, IReadOnlyCollection<string> addresses)
    {
        if (UnusableFile() is { } reason)
        {
            return reason;
        }

        var address = Bound().Match(exception.Message) is { Success: true } named
            ? named.Groups["address"].Value.TrimEnd('.')
            : string.Join(", ", addresses);
        return Reason(RootOf(exception), address);
    }

    private string Reason(Exception root, string address) => root switch
    {
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } when PortOf(configuration[TelemetrySettings.PrometheusKey]) is { } own && own == PortOf(address) =>
            $"The address {address} has the port of {TelemetrySettings.PrometheusKey}; choose another port for one of them",
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            $"The address {address} is in use by another program, perhaps by Unleash itself; choose another port, for example --urls {Another(address)}",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"This user may not listen at {address}; choose a port from 1024 on, for example --urls {ServiceDefaults.Address}",
        var cause when cause.Message.StartsWith(NoCertificate, StringComparison.Ordinal) =>
            $"To listen at {address} takes a certificate; name its file in Kestrel:Certificates:Default:Path",
        CryptographicException cause when CertificateFiles() is [var file, ..] =>
            $"{file.Key} names a file that is no certificate, or one that its password does not open: {cause.Message}",
        var cause => $"The service cannot listen at {address}: {FirstLine.Of(cause)}",
    };

    // Kestrel's message about a file does not always name it.
    private string? UnusableFile()
    {
        foreach (var (key, path) in CertificateFiles())
        {
            try
            {
                using var file = File.OpenRead(path!);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return $"{key} names a file that cannot be read: {exception.Message}";
            }
        }

        return null;
    }

    private List<KeyValuePair<string, string?>> CertificateFiles() =>
        [.. configuration.AsEnumerable().Where(setting => setting.Value is not null && SettingFiles.IsCertificateFile(setting.Key))];

    // Read before the start, which clears them.
    private string[] Addresses() => server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses
        ? [.. addresses]
        : ServiceDefaults.Endpoints(configuration);

    private static string Refusal(string address) => ListenAddress.Match(address).Groups["path"].Success
        ? $"\"{address}\" has a path, which an address to listen at does not take; BasePath sets one"
        : $"\"{address}\" is no address to listen at; one looks like {ServiceDefaults.Address}, or has an IP address, or * for all";

    private static Exception RootOf(Exception exception) => exception switch
    {
        AddressInUseException or AggregateException or IOException when exception.InnerException is { } inner => RootOf(inner),
        _ => exception,
    };

    private static string Another(string address) => PortOf(address) is { } taken and < ushort.MaxValue
        ? string.Create(CultureInfo.InvariantCulture, $"http://localhost:{taken + 1}")
        : ServiceDefaults.Address;

    private static ushort? PortOf(string? address) =>
        ushort.TryParse(ListenAddress.Match(address ?? "").Groups["port"].Value, CultureInfo.InvariantCulture, out var port) ? port : null;

    [GeneratedRegex(@"Failed to bind to address (?<address>\S+?)[:.]( |\z)")]
    private static partial Regex Bound();
}

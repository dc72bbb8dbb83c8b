using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Unleash.Pat.Api.Hosting.Connections;
using Unleash.Pat.Api.Instance;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting;

/// <summary>
/// <c>dotnet Unleash.Pat.Api.dll health</c>: whether the service that runs on this machine with the same settings is ready; for
/// container engines, which can only run a program, in an image that has no other.
/// </summary>
internal static class HealthCommand
{
    public const string Name = "health";

    private const string NotReady = "is not ready";

    // Longer than the service takes to find that its database does not answer.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static Command Create(string[] hostArguments)
    {
        var health = new Command(
            Name, "Ask the service that runs on this machine with the same settings whether it is ready. The exit code is 0 if it is, and 1 if not.");
        health.SetAction((_, cancellationToken) => AskAsync(hostArguments, cancellationToken));
        return health;
    }

    private static async Task<int> AskAsync(string[] hostArguments, CancellationToken cancellationToken)
    {
        try
        {
            var address = Address(ServiceDefaults.CreateBuilder(hostArguments).Configuration);
            using var http = CreateClient();
            using var response = await http.GetAsync(address, cancellationToken);
            return response.IsSuccessStatusCode
                ? 0
                : await StartupFaults.ReportAsync($"{address} answers {(int)response.StatusCode}.", NotReady);
        }
        catch (Exception exception) when (StartupFaults.IsOperatorError(exception, out var message))
        {
            return await StartupFaults.ReportAsync(message, NotReady);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return await StartupFaults.ReportAsync(exception.Message, NotReady);
        }
    }

    /// <summary>Where the service of a configuration says whether it is ready.</summary>
    /// <exception cref="StartupException">It listens at no address of TCP.</exception>
    public static Uri Address(IConfiguration configuration)
    {
        var match = ServiceDefaults.Addresses(configuration)
            .Where(ListenAddress.IsValid)
            .Select(ListenAddress.Match)
            .FirstOrDefault(match => match.Groups["host"].Success)
            ?? throw new StartupException("The service listens at no address that can be asked over TCP.");
        var isSecure = match.Value.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        var builder = new UriBuilder(isSecure ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, Host(match.Groups["host"].Value)) { Path = HealthEndpoints.Ready };
        if (match.Groups["port"] is { Success: true, ValueSpan: var port })
        {
            builder.Port = ushort.Parse(port, CultureInfo.InvariantCulture);
        }

        return builder.Uri;
    }

    // A name or every address of the machine includes this one, which needs no resolver.
    private static string Host(string host) =>
        IPAddress.TryParse(host, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
            ? host
            : IPAddress.Loopback.ToString();

    [SuppressMessage("Security", "CA5359", Justification = "The certificate is for the public name, the address is this machine's own, and nothing secret is sent.")]
    private static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    })
    {
        Timeout = Limit,
    };
}

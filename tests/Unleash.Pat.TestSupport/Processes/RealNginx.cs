using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Unleash.Pat.TestSupport.Processes;

/// <summary>nginx with a configuration of a test's own.</summary>
public sealed class RealNginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly Process _process;
    private readonly DirectoryInfo _home;

    private RealNginx(Process process, DirectoryInfo home, int port)
    {
        _process = process;
        _home = home;
        Port = port;
    }

    public static bool IsInstalled => File.Exists(Program);

    public int Port { get; }

    /// <summary>Starts nginx with one server, on a port that is free.</summary>
    /// <param name="server">The server's block, as a person would write it.</param>
    /// <param name="service">Where the service listens.</param>
    public static async Task<RealNginx> StartAsync(string server, Uri service, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(service);
        var home = Directory.CreateTempSubdirectory("unleash-pat-nginx-");
        while (true)
        {
            var port = FreePort.Find();
            var configuration = Path.Combine(home.FullName, "nginx.conf");
            await File.WriteAllTextAsync(configuration, Complete(server, service, port, home.FullName), cancellationToken);
            var process = Process.Start(new ProcessStartInfo(
                Program, ["-p", home.FullName, "-c", configuration, "-e", Path.Combine(home.FullName, "error.log"), "-g", "daemon off;"]))!;
            await Eventually.GetAsync(
                () => AnswersAsync(port, cancellationToken), answers => answers || process.HasExited, null, cancellationToken);
            if (!process.HasExited)
            {
                return new RealNginx(process, home, port);
            }

            // Another process has taken the port meanwhile; any other fault is one of the test.
            var log = await File.ReadAllTextAsync(Path.Combine(home.FullName, "error.log"), cancellationToken);
            process.Dispose();
            if (!log.Contains("Address already in use", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(log);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _home.Delete(recursive: true);
    }

    /// <summary>A text of the documentation with the address of a running server in the place of its example.</summary>
    /// <remarks>Of the whole port: one that was put in before may begin with the same digits.</remarks>
    public static string WithAddress(string text, int port, Uri server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return Regex.Replace(text, $@"127\.0\.0\.1:{port}\b", server.Authority);
    }

    private static string Complete(string server, Uri service, int port, string home)
    {
        var certificate = Path.Combine(home, "certificate.pem");
        var key = Path.Combine(home, "certificate.key");
        SelfMadeCertificate.Write(certificate, key);
        var here = WithAddress(server, 4242, service)
            .Replace("listen 443", $"listen 127.0.0.1:{port}", StringComparison.Ordinal)
            .Replace("listen 80", $"listen 127.0.0.1:{port}", StringComparison.Ordinal);
        here = string.Join('\n', here.Split('\n').Select(line => line.Trim() switch
        {
            var text when text.StartsWith("ssl_certificate ", StringComparison.Ordinal) => $"ssl_certificate {certificate};",
            var text when text.StartsWith("ssl_certificate_key ", StringComparison.Ordinal) => $"ssl_certificate_key {key};",
            _ => line,
        }));
        return $$"""
            pid {{home}}/nginx.pid;
            worker_processes 1;
            events { }
            http {
                access_log off;
                client_body_temp_path {{home}}/body;
                proxy_temp_path {{home}}/proxy;
                fastcgi_temp_path {{home}}/fastcgi;
                uwsgi_temp_path {{home}}/uwsgi;
                scgi_temp_path {{home}}/scgi;
                {{here}}
            }
            """;
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

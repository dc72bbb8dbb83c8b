using System.Net;
using System.Net.Sockets;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>The service has its address before it makes its database, and answers once that is ready.</summary>
[OneEngineOnly("It is about the process, which no engine changes.")]
public sealed class AddressTests : ProcessTests<SqliteEngine>
{
    [Theory]
    [InlineData("foo", "foo")]
    [InlineData("http://locahost:0", "http://locahost:0")]
    [InlineData("http://127.0.0.1x:0", "http://127.0.0.1x:0")]
    [InlineData("http://", "http://")]
    [InlineData("ftp://localhost:24242", "ftp://localhost:24242")]
    [InlineData("http://localhost:99999", "http://localhost:99999")]
    [InlineData("https://127.0.0.1:0", "https://127.0.0.1:0")]
    [InlineData("http://192.0.2.1:0", "http://192.0.2.1:0")]
    [InlineData("http://127.0.0.1:0/path", "http://127.0.0.1:0/path")]
    [InlineData("http://unix:/no/such/folder/socket", "/no/such/folder/socket")]
    public async Task An_address_that_cannot_be_listened_at_is_named(string address, string named)
    {
        await ShouldBeRefusedAsync(StartWith("--urls", address), named);

        File.Exists(Engine.FilePath).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--urls")]
    [InlineData("--Kestrel:Endpoints:Http:Url")]
    public async Task A_taken_port_is_named_with_another_before_the_administrator_is_made(string option)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var service = StartWith(option, $"http://localhost:{port}");

        await ShouldBeRefusedAsync(service, $":{port} is in use", $"--urls http://localhost:{port + 1}");
        Directory.Exists(Path.GetDirectoryName(Engine.FilePath)).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(service.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_socket_file_in_use_is_another_programs()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var other = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        other.Bind(new UnixDomainSocketEndPoint(file));
        try
        {
            await ShouldBeRefusedAsync(StartWith("--urls", $"http://unix:{file}"), $"The address http://unix:{file} is in use by another program");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Until_the_database_is_ready_requests_are_told_to_come_back()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Engine.FilePath)!);
        var port = FreePort.Find();
        using var http = ServiceClient.CreateHttp(new Uri($"http://127.0.0.1:{port}"));
        var client = new ServiceClient(http);
        RealService service;
        await using (new FileStream(Engine.FilePath + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            service = StartWith("--urls", $"http://127.0.0.1:{port}");
            await Eventually.GetAsync(() => StatusAsync(client, "/health"), status => status == 200, null, Cancel);

            foreach (var path in new[] { "/ready", ServiceClient.Me, "/", "/nowhere" })
            {
                var answer = await client.GetAsync(path);
                answer.ShouldBeError(503, "ServiceUnavailableError").Message.ShouldStartWith("The service is starting");
                answer.Header("retry-after").ShouldNotBeNull();
            }
        }

        await service.ReadyAsync(Cancel);
        (await client.GetAsync("/ready")).Status.ShouldBe(200);
    }

    private static async Task<int> StatusAsync(ServiceClient client, string path)
    {
        try
        {
            return (await client.GetAsync(path)).Status;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }
}

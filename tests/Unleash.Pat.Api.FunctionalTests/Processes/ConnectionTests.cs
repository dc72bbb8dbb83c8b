using System.Net.Sockets;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>Threat: a client opens connections and sends nothing, until the process has no file descriptor left.</summary>
public abstract class ConnectionTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    private const int OpenFiles = 700;

    [Fact]
    public async Task Idle_connections_beyond_the_limit_are_refused_and_the_service_goes_on()
    {
        var service = Run(TestService.Defaults.Select(pair => (pair.Key, pair.Value)), openFiles: OpenFiles);
        var address = await service.ReadyAsync(Cancel);
        using var http = ServiceClient.CreateHttp(address);
        var client = new ServiceClient(http);
        (await client.GetAsync("/ready")).Status.ShouldBe(200);

        var idle = await OpenAsync(address, OpenFiles);
        try
        {
            var refused = await Eventually.GetAsync(
                () => Task.FromResult(idle.Count(IsClosed)), closed => closed > OpenFiles / 2, null, Cancel);

            refused.ShouldBeGreaterThan(OpenFiles / 2);
            (await client.SignInByEmailAsync("during@example.com")).Cookie.ShouldNotBeNull();
        }
        finally
        {
            idle.ForEach(connection => connection.Dispose());
        }

        var after = new ServiceClient(ServiceClient.CreateHttp(address));
        (await Eventually.GetAsync(() => StatusAsync(after), status => status == 200, null, Cancel)).ShouldBe(200);
        service.Output.ShouldContain(line => line.Contains($"only {OpenFiles} files", StringComparison.Ordinal));
    }

    // Threat: it takes no account, fills the log with faults, and raises the alarm for them.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Clients_that_leave_in_the_middle_of_a_body_are_no_fault_of_the_service(bool reset)
    {
        var service = Start();
        var address = await service.ReadyAsync(Cancel);
        for (var client = 0; client < 20; client++)
        {
            using var connection = await HalfRequest.SendAsync(
                address, "POST /auth/simple/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n", Cancel);
            using var answer = new StreamReader(new NetworkStream(connection));
            (await answer.ReadLineAsync(Cancel)).ShouldBe("HTTP/1.1 100 Continue");
            connection.LingerState = new LingerOption(reset, 0);
        }

        (await service.TerminateAsync(Cancel)).ShouldBe(0);
        service.Output.ShouldNotContain(line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_few_open_files_to_run_with_are_refused_with_a_sentence() =>
        await ShouldBeRefusedAsync(Run([], openFiles: 300), "only 300 files", "ulimit -n");

    [Fact]
    public async Task The_configured_limit_counts()
    {
        var address = await Start(("Kestrel:Limits:MaxConcurrentConnections", "3")).ReadyAsync(Cancel);

        var idle = await OpenAsync(address, 10);
        try
        {
            (await Eventually.GetAsync(() => Task.FromResult(idle.Count(IsClosed)), closed => closed >= 7, null, Cancel)).ShouldBe(7);
        }
        finally
        {
            idle.ForEach(connection => connection.Dispose());
        }
    }

    private static async Task<List<Socket>> OpenAsync(Uri address, int count)
    {
        var connections = new List<Socket>();
        for (var index = 0; index < count; index++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address.Host, address.Port, Cancel);
            connections.Add(socket);
        }

        return connections;
    }

    // Closed by the other end: there is something to read, and it is nothing.
    private static bool IsClosed(Socket socket)
    {
        try
        {
            return socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private static async Task<int> StatusAsync(ServiceClient client)
    {
        try
        {
            return (await client.GetAsync("/ready")).Status;
        }
        catch (HttpRequestException)
        {
            // Refused: the others are not closed yet.
            return 0;
        }
    }
}

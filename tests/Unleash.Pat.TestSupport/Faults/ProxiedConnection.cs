using System.Net.Sockets;

namespace Unleash.Pat.TestSupport.Faults;

/// <summary>One connection through a <see cref="FaultyProxy"/>.</summary>
internal sealed class ProxiedConnection(FaultyProxy proxy, TcpClient client) : IDisposable
{
    private const int BufferSize = 32 * 1024;

    private readonly TcpClient _server = new() { NoDelay = true };
    private volatile bool _answerIsLost;

    public async Task RunAsync(string host, int port)
    {
        try
        {
            client.NoDelay = true;
            if (proxy.TakeAnswer() is { } answer)
            {
                await answer(client.GetStream());
                return;
            }

            await _server.ConnectAsync(host, port);
            await Task.WhenAny(ForwardRequestsAsync(), ForwardAnswersAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
        {
            // The server is not there, so neither is this connection.
        }
        finally
        {
            Cut();
        }
    }

    /// <summary>Ends it at both ends, without a farewell to the client.</summary>
    public void Cut()
    {
        try
        {
            client.Client?.Close(timeout: 0);
        }
        catch (ObjectDisposedException)
        {
            // It is cut already.
        }

        _server.Dispose();
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private Task ForwardRequestsAsync() => PumpAsync(client, _server, request =>
    {
        proxy.Change(request);
        _answerIsLost |= proxy.IsDoomed(request);
        return null;
    });

    private Task ForwardAnswersAsync() => PumpAsync(_server, client, _ => _answerIsLost ? 0 : proxy.TakeCut());

    private async Task PumpAsync(TcpClient from, TcpClient to, Func<Memory<byte>, int?> cutAfter)
    {
        var buffer = new byte[BufferSize];
        try
        {
            while (await from.GetStream().ReadAsync(buffer) is > 0 and var read)
            {
                await proxy.Flow;
                var cut = cutAfter(buffer.AsMemory(0, read));
                await to.GetStream().WriteAsync(buffer.AsMemory(0, Math.Min(cut ?? read, read)));
                if (cut is not null)
                {
                    proxy.CountCut();
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the ends has gone.
        }
    }
}

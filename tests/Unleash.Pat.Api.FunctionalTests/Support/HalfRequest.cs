using System.Net.Sockets;
using System.Text;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>A client that sends less than a request.</summary>
internal static class HalfRequest
{
    /// <summary>The framework's limit for a stop, set so high that a stop which waits for a client fails the test.</summary>
    public static readonly (string Key, string Value) LongStop = ("ASPNETCORE_shutdownTimeoutSeconds", "86400");

    /// <summary>Connects, and sends these bytes and nothing more.</summary>
    public static async Task<Socket> SendAsync(Uri address, string bytes, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
        await socket.SendAsync(Encoding.UTF8.GetBytes(bytes), cancellationToken);
        return socket;
    }
}

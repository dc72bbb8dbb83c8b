using System.Net;
using System.Net.Sockets;

namespace Unleash.Pat.TestSupport.Processes;

/// <summary>A port at which nothing listens, for a program that must be told one.</summary>
public static class FreePort
{
    /// <summary>Another program may take it before it is used.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

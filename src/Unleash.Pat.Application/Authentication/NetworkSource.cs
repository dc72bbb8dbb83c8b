using System.Net;
using System.Net.Sockets;

namespace Unleash.Pat.Application.Authentication;

/// <summary>What counts as one source of requests.</summary>
public static class NetworkSource
{
    private const int Ipv6SiteBytes = 8;

    /// <summary>The source that an address belongs to.</summary>
    /// <returns>The IPv4 address, or the first half of the IPv6 address, because a client with one of those has a /64 of them.</returns>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        return address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork
            ? address.MapToIPv4().ToString()
            : Site(address);
    }

    /// <summary>The source that an address in text belongs to.</summary>
    /// <returns>The same; an empty text for what is not an address.</returns>
    public static string Of(string? address) => Of(IPAddress.TryParse(address, out var parsed) ? parsed : null);

    private static string Site(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Ipv6SiteBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}

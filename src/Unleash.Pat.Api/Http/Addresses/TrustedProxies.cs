using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Http.Addresses;

/// <summary>
/// The proxies whose forwarded headers are used: <c>ForwardedHeaders:KnownProxies</c>, <c>:KnownNetworks</c> and
/// <c>:ForwardLimit</c>.
/// </summary>
/// <remarks>
/// Threat: any client can send <c>X-Forwarded-For</c> and so give the sign-in limit and the event log another address. So a hop
/// is used only where a known proxy has written it, and without known proxies none is.
/// </remarks>
/// <param name="Limit">
/// The maximum of hops; <see langword="null"/> for all, which is safe: the first hop that is no known proxy ends them.
/// </param>
internal sealed record TrustedProxies(
    IReadOnlyList<IPAddress> Addresses, IReadOnlyList<System.Net.IPNetwork> Networks, int? Limit)
{
    private const string Section = "ForwardedHeaders";
    private const string AddressesKey = $"{Section}:KnownProxies";
    private const string NetworksKey = $"{Section}:KnownNetworks";
    private const string LimitKey = $"{Section}:ForwardLimit";
    private const int MappedPrefix = 96;

    public bool AreNamed => Addresses.Count + Networks.Count > 0;

    /// <exception cref="StartupException">A value cannot be used.</exception>
    public static TrustedProxies Read(IConfiguration configuration) => new(
        [.. List(configuration, AddressesKey).Select(item => Address(item.Key, item.Value))],
        [.. List(configuration, NetworksKey).Select(item => Network(item.Key, item.Value))],
        ReadLimit(configuration[LimitKey]));

    public void Configure(ForwardedHeadersOptions options)
    {
        if (AreNamed)
        {
            options.ForwardedHeaders = ForwardedHeaders.All;
            options.ForwardLimit = Limit;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            Addresses.ToList().ForEach(options.KnownProxies.Add);
            Networks.ToList().ForEach(options.KnownIPNetworks.Add);
        }
        else if (Limit is not null)
        {
            options.ForwardLimit = Limit;
        }
    }

    private static IEnumerable<(string Key, string Value)> List(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        if (!string.IsNullOrEmpty(section.Value))
        {
            throw new StartupException($"{key} is a list: set {key}:0, {key}:1 and so on.");
        }

        return section.GetChildren().Select(item => (item.Path, item.Value ?? ""));
    }

    private static IPAddress Address(string key, string value) =>
        !value.Contains('%', StringComparison.Ordinal) && IPAddress.TryParse(value, out var address) && IsWhole(value, address)
            ? address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address
            : throw new StartupException($"{key} must be an IP address, for example 10.0.0.7 or fd00::7.");

    // IPAddress parses "10.1" as 10.0.0.1, and "7" as 0.0.0.7.
    private static bool IsWhole(string value, IPAddress address) =>
        value.Contains(':', StringComparison.Ordinal) || value == address.ToString();

    private static System.Net.IPNetwork Network(string key, string value)
    {
        if (!System.Net.IPNetwork.TryParse(value, out var network) || !IsWhole(value.Split('/')[0], network.BaseAddress))
        {
            throw new StartupException(
                $"{key} must be a network as its first address, a slash and the length of its prefix, for example 10.0.0.0/8 or fd00::/8.");
        }

        return network.BaseAddress.IsIPv4MappedToIPv6 && network.PrefixLength >= MappedPrefix
            ? new System.Net.IPNetwork(network.BaseAddress.MapToIPv4(), network.PrefixLength - MappedPrefix)
            : network;
    }

    private static int? ReadLimit(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? limit
            : throw new StartupException($"{LimitKey} must be a whole number of at least 1.");
    }
}

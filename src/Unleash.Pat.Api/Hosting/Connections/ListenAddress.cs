using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Unleash.Pat.Api.Hosting.Connections;

/// <summary>The form of an address to listen at.</summary>
internal static partial class ListenAddress
{
    /// <summary>Whether the web server takes a text as it is meant.</summary>
    public static bool IsValid(string text) =>
        Match(text) is { Success: true } match
        && !match.Groups["path"].Success
        && (!match.Groups["host"].Success || IsHost(match.Groups["host"].Value))
        && (!match.Groups["port"].Success || ushort.TryParse(match.Groups["port"].Value, CultureInfo.InvariantCulture, out _));

    /// <summary>The parts of an address: <c>host</c>, <c>port</c> and <c>path</c>.</summary>
    public static Match Match(string text) => Form().Match(text);

    // Threat: for an unknown host name, a misspelled localhost for example, the web server listens on every interface.
    private static bool IsHost(string host) =>
        host is "*" or "+" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out _);

    [GeneratedRegex(@"^https?://(unix:/.+|pipe:/.+|(?<host>\[[^\]\s]+\]|[^/:\s\[\]]+)(:(?<port>\d+))?(/(?<path>\S+)?)?)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}

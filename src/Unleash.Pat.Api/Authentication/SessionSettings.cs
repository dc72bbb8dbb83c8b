using System.Buffers;
using Unleash.Pat.Api.Http.Addresses;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Authentication;

/// <summary>How browsers keep sessions: <c>Session:CookieName</c> and <c>Session:ClearSiteData</c>.</summary>
/// <param name="CookieName">
/// The cookie's name. Browsers ignore ports: two programs on one host with the same name overwrite each other's cookies.
/// </param>
/// <param name="ClearSiteData">
/// Whether signing out makes the browser delete all data of the host and its domain, including that of other programs;
/// <see langword="null"/>: only without a base path.
/// </param>
/// <param name="IsSecure">
/// Whether the cookie is <c>Secure</c> whatever the request's scheme is: <c>PublicUrl</c> is an <c>https</c> address, or browsers
/// require it for a cookie of this name.
/// </param>
public sealed record SessionSettings(string CookieName, bool? ClearSiteData, bool IsSecure)
{
    /// <summary>
    /// The default of the cookie's name: Unleash's, after <c>__Host-</c> where <c>PublicUrl</c> is an <c>https</c> address
    /// without a path.
    /// </summary>
    public const string DefaultCookieName = "unleash-session";

    private const string CookieNameKey = "Session:CookieName";
    private const string ClearSiteDataKey = "Session:ClearSiteData";
    private const string SecurePrefix = "__Secure-";
    private const string HostPrefix = "__Host-";

    // RFC 6265, 4.1.1: a token of RFC 2616.
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~");

    internal static SessionSettings Read(IConfiguration configuration, PublicAddress address)
    {
        var name = configuration[CookieNameKey] is { Length: > 0 } text ? text : NameFor(address);
        if (name.AsSpan().ContainsAnyExcept(Token))
        {
            throw new StartupException(
                $"{CookieNameKey} must be a cookie's name: letters, digits and marks such as - and _, without spaces.");
        }

        var prefix = PrefixOf(name);
        Require(prefix, address);
        return new SessionSettings(
            name, ReadClearSiteData(configuration[ClearSiteDataKey]), prefix is not null || IsHttps(address));
    }

    // Threat: another host of the domain, or an attacker who answers plain HTTP for this one, sets a cookie of this name. With
    // the prefix, browsers accept it from this host only, over HTTPS and for all its paths.
    private static string NameFor(PublicAddress address) =>
        IsHttps(address) && !address.BasePath.HasValue ? HostPrefix + DefaultCookieName : DefaultCookieName;

    private static bool IsHttps(PublicAddress address) => address.Scheme == Uri.UriSchemeHttps;

    private static string? PrefixOf(string name) => new[] { HostPrefix, SecurePrefix }
        .FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static void Require(string? prefix, PublicAddress address)
    {
        if (prefix == HostPrefix && address.BasePath.HasValue)
        {
            throw new StartupException($"{CookieNameKey} begins with {HostPrefix}, which browsers refuse below a base path.");
        }

        if (prefix is not null && address.Scheme is not null && !IsHttps(address))
        {
            throw new StartupException(
                $"{CookieNameKey} begins with {prefix}, which browsers refuse without HTTPS, and {PublicAddress.Key} is an http address.");
        }
    }

    private static bool? ReadClearSiteData(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return bool.TryParse(text, out var clear)
            ? clear
            : throw new StartupException($"{ClearSiteDataKey} must be true or false.");
    }
}

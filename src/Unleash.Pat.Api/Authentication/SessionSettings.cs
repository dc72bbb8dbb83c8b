using System.Buffers;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Common;

namespace Unleash.Pat.Api.Authentication;

/// <summary>How browsers keep sessions: <c>Session:CookieName</c> and <c>Session:ClearSiteData</c>.</summary>
/// <param name="CookieName">
/// The cookie's name. Cookies know no ports: two programs on one host that share a name overwrite each other's cookies.
/// </param>
/// <param name="ClearSiteData">
/// Whether signing out has the browser forget all that it holds of the host and its domain, what other programs keep there
/// included; <see langword="null"/>: where nothing is in front of the service's paths.
/// </param>
public sealed record SessionSettings(string CookieName, bool? ClearSiteData)
{
    /// <summary>The cookie's name where the configuration has none: Unleash's own.</summary>
    public const string DefaultCookieName = "unleash-session";

    private const string CookieNameKey = "Session:CookieName";
    private const string ClearSiteDataKey = "Session:ClearSiteData";
    private const string SecurePrefix = "__Secure-";
    private const string HostPrefix = "__Host-";

    // RFC 6265, 4.1.1: a token of RFC 2616.
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~");

    /// <summary>Whether browsers keep a cookie of this name only where it is <c>Secure</c>.</summary>
    internal bool IsSecureByName =>
        CookieName.StartsWith(SecurePrefix, StringComparison.OrdinalIgnoreCase)
        || CookieName.StartsWith(HostPrefix, StringComparison.OrdinalIgnoreCase);

    internal static SessionSettings Read(IConfiguration configuration, PublicAddress address)
    {
        var name = configuration[CookieNameKey] is { Length: > 0 } text ? text : DefaultCookieName;
        if (name.AsSpan().ContainsAnyExcept(Token))
        {
            throw new StartupException(
                $"{CookieNameKey} must be a cookie's name: letters, digits and marks such as - and _, without spaces.");
        }

        if (address.BasePath.HasValue && name.StartsWith(HostPrefix, StringComparison.OrdinalIgnoreCase))
        {
            throw new StartupException($"{CookieNameKey} begins with {HostPrefix}, which browsers refuse below a base path.");
        }

        return new SessionSettings(name, ReadClearSiteData(configuration[ClearSiteDataKey]));
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

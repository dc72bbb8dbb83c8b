using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Http.Addresses;

/// <summary>The address that clients use: <c>PublicUrl</c>, or that of each request.</summary>
/// <param name="Scheme">The scheme of <c>PublicUrl</c>; <see langword="null"/> where it is not set.</param>
/// <param name="Host">The host and port of <c>PublicUrl</c>.</param>
/// <param name="BasePath">The path in front of every address: that of <c>PublicUrl</c>, or <c>BasePath</c>.</param>
internal sealed record PublicAddress(string? Scheme, HostString Host, PathString BasePath)
{
    public const string Key = "PublicUrl";
    private const string BasePathKey = "BasePath";

    /// <exception cref="StartupException">A value cannot be used.</exception>
    public static PublicAddress Read(IConfiguration configuration)
    {
        var basePath = BasePathSetting.Of(configuration);
        if (configuration[Key] is not { } text)
        {
            return new PublicAddress(null, default, basePath);
        }

        var address = Parse(text);
        return !basePath.HasValue || basePath.Value == address.BasePath.Value
            ? address
            : throw new StartupException(
                $"{BasePathKey} is {basePath}, but the path of {Key} is {(address.BasePath.HasValue ? address.BasePath.Value : "/")}: they must be the same, or leave {BasePathKey} out.");
    }

    /// <summary>Gives a request the scheme, host and base path that clients use.</summary>
    /// <remarks>
    /// Threat: a client chooses the <c>Host</c> of its request. With <c>PublicUrl</c> set, addresses in answers contain nothing of
    /// the request.
    /// </remarks>
    public void Apply(HttpRequest request)
    {
        if (BasePath.HasValue
            && request.Path.StartsWithSegments(BasePath, StringComparison.OrdinalIgnoreCase, out var rest))
        {
            request.Path = rest;

            // A proxy that sends the prefix in a header may also leave it in the path.
            if (request.PathBase != BasePath)
            {
                request.PathBase = request.PathBase.Add(BasePath);
            }
        }

        if (Scheme is not null)
        {
            request.Scheme = Scheme;
            request.Host = Host;
            request.PathBase = BasePath;
        }
    }

    private static PublicAddress Parse(string text)
    {
        if (text.Any(char.IsWhiteSpace)
            || text.AsSpan().ContainsAny('?', '#', '\\')
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.UserInfo.Length > 0
            || text.Contains('@', StringComparison.Ordinal)
            || !UrlPath.TryRead(uri.AbsolutePath, out var path))
        {
            throw new StartupException(
                $"{Key} must be an absolute http or https URL without a query, a fragment or credentials, for example https://tokens.example.com/unleash.");
        }

        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return new PublicAddress(uri.Scheme, uri.IsDefaultPort ? new HostString(host) : new HostString(host, uri.Port), path);
    }
}

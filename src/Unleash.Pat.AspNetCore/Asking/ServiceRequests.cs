using System.Net.Http.Headers;
using System.Text;

namespace Unleash.Pat.AspNetCore.Asking;

/// <summary>Makes the requests that this program sends to the service, with its credentials.</summary>
internal sealed class ServiceRequests
{
    private readonly Uri _introspection;
    private readonly Uri _revocations;
    private readonly AuthenticationHeaderValue _credentials;

    public ServiceRequests(UnleashPatOptions options)
    {
        var authority = options.Authority!.TrimEnd('/');
        _introspection = new Uri($"{authority}/oauth2/introspect");
        _revocations = new Uri($"{authority}/oauth2/revocations");
        _credentials = Basic(options.ClientId!, options.ClientSecret!);
    }

    public HttpRequestMessage Introspect(string token) => new(HttpMethod.Post, _introspection)
    {
        Headers = { Authorization = _credentials, Accept = { new MediaTypeWithQualityHeaderValue("application/json") } },
        Content = new FormUrlEncodedContent([new("token", token)]),
    };

    public HttpRequestMessage ListenToRevocations() => new(HttpMethod.Get, _revocations)
    {
        Headers = { Authorization = _credentials, Accept = { new MediaTypeWithQualityHeaderValue("text/event-stream") } },
    };

    // RFC 6749, section 2.3.1: both are form-encoded first, because a token and a username may have a colon.
    private static AuthenticationHeaderValue Basic(string id, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Encoded(id)}:{Encoded(secret)}")));

    private static string Encoded(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}

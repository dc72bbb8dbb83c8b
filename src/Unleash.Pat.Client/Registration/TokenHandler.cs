using Microsoft.Extensions.Options;

namespace Unleash.Pat.Client;

/// <summary>Adds the configured token to requests that carry no credentials of their own.</summary>
/// <param name="options">Holds the token.</param>
/// <param name="name">The registration's name.</param>
internal sealed class TokenHandler(IOptionsMonitor<UnleashPatClientOptions> options, string name) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        const string Header = "Authorization";
        if (options.Get(name).Token?.Trim() is { Length: > 0 } token && !request.Headers.Contains(Header))
        {
            request.Headers.TryAddWithoutValidation(Header, token);
        }

        return base.SendAsync(request, cancellationToken);
    }
}

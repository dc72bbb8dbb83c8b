namespace Unleash.Pat.Client;

internal sealed class OAuthClient(WireClient wire) : IOAuthClient
{
    private const string Token = "token";

    public Task<TokenIntrospection> IntrospectAsync(string token, CancellationToken cancellationToken) =>
        wire.SendAsync<TokenIntrospection>(HttpMethod.Post, "oauth2/introspect", Form(token), cancellationToken);

    public Task RevokeAsync(string token, CancellationToken cancellationToken) =>
        wire.SendAsync(HttpMethod.Post, "oauth2/revoke", Form(token), cancellationToken);

    public Task<OAuthMetadata> GetMetadataAsync(CancellationToken cancellationToken) =>
        wire.SendAsync<OAuthMetadata>(HttpMethod.Get, ".well-known/oauth-authorization-server", null, cancellationToken);

    private static FormUrlEncodedContent Form(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new FormUrlEncodedContent([new(Token, token)]);
    }
}

using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>What the service offers to OAuth libraries (RFC 8414).</summary>
public sealed class OAuthMetadata
{
    /// <summary>The address of the service, by which libraries know it.</summary>
    [JsonPropertyName("issuer")]
    [JsonRequired]
    public string Issuer { get; set; } = "";

    /// <summary>Where other services verify tokens.</summary>
    [JsonPropertyName("introspection_endpoint")]
    [JsonRequired]
    public string IntrospectionEndpoint { get; set; } = "";

    /// <summary>How they authenticate there.</summary>
    [JsonPropertyName("introspection_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> IntrospectionAuthMethods { get; set; } = [];

    /// <summary>Where the holder of a token revokes it.</summary>
    [JsonPropertyName("revocation_endpoint")]
    [JsonRequired]
    public string RevocationEndpoint { get; set; } = "";

    /// <summary>How holders authenticate there: <c>none</c>, the token is enough.</summary>
    [JsonPropertyName("revocation_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> RevocationAuthMethods { get; set; } = [];

    /// <summary>The scopes that tokens can have.</summary>
    [JsonPropertyName("scopes_supported")]
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>The description of the API, for people.</summary>
    [JsonPropertyName("service_documentation")]
    public string? Documentation { get; set; }
}

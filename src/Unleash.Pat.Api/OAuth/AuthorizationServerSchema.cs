using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.OAuth;

/// <summary>What this service offers to OAuth libraries (RFC 8414). It issues no token through OAuth, so it has no endpoint for that.</summary>
public sealed record AuthorizationServerSchema
{
    /// <summary>The address of this service.</summary>
    /// <example>https://tokens.example.com</example>
    [JsonPropertyName("issuer")]
    public required string Issuer { get; init; }

    /// <summary>Where other services verify tokens.</summary>
    /// <example>https://tokens.example.com/oauth2/introspect</example>
    [JsonPropertyName("introspection_endpoint")]
    public required string IntrospectionEndpoint { get; init; }

    /// <summary>How they authenticate there.</summary>
    [JsonPropertyName("introspection_endpoint_auth_methods_supported")]
    public required IReadOnlyList<string> IntrospectionEndpointAuthMethods { get; init; }

    /// <summary>Where the holder of a token revokes it.</summary>
    /// <example>https://tokens.example.com/oauth2/revoke</example>
    [JsonPropertyName("revocation_endpoint")]
    public required string RevocationEndpoint { get; init; }

    /// <summary>How holders authenticate there: `none`, the token is enough.</summary>
    [JsonPropertyName("revocation_endpoint_auth_methods_supported")]
    public required IReadOnlyList<string> RevocationEndpointAuthMethods { get; init; }

    /// <summary>The scopes of this service itself, and those that its configuration names.</summary>
    /// <example>["api:read", "api:write", "deploy:write"]</example>
    [JsonPropertyName("scopes_supported")]
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The description of the API, for people.</summary>
    /// <example>https://tokens.example.com/docs/openapi</example>
    [JsonPropertyName("service_documentation")]
    public required string ServiceDocumentation { get; init; }
}

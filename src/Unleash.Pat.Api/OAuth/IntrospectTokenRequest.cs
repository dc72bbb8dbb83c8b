using System.Text.Json.Serialization;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.OAuth;

namespace Unleash.Pat.Api.OAuth;

/// <summary>A token to introspect, and the credentials of the service that asks, where the header has none.</summary>
[FormRequest]
public sealed record IntrospectTokenRequest
{
    /// <summary>The token, as the service received it, without `Bearer`.</summary>
    /// <example>user:v2_E1XCPPoKUpFtsMcvMg7UWQ_5ASBGsfyTDfzvxkHWNUzHHnNWBM2fHEtKzFfWQ1xYtM</example>
    public required PresentedSecret Token { get; init; }

    /// <summary>Ignored: the token says itself what it is.</summary>
    /// <example>access_token</example>
    [IgnoredField]
    [JsonPropertyName("token_type_hint")]
    public string? TokenTypeHint { get; init; }

    /// <summary>The username of a service account.</summary>
    /// <example>billing</example>
    [JsonPropertyName("client_id")]
    public string? ClientId { get; init; }

    /// <summary>One of its tokens.</summary>
    [JsonPropertyName("client_secret")]
    public PresentedSecret? ClientSecret { get; init; }
}

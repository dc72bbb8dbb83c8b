using System.Text.Json.Serialization;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.OAuth;

namespace Unleash.Pat.Api.OAuth;

/// <summary>A token to revoke.</summary>
[FormRequest]
public sealed record RevokeTokenRequest
{
    /// <summary>The token.</summary>
    /// <example>user:v2_E1XCPPoKUpFtsMcvMg7UWQ_5ASBGsfyTDfzvxkHWNUzHHnNWBM2fHEtKzFfWQ1xYtM</example>
    public required PresentedSecret Token { get; init; }

    /// <summary>Ignored: the token says itself what it is.</summary>
    /// <example>access_token</example>
    [IgnoredField]
    [JsonPropertyName("token_type_hint")]
    public string? TokenTypeHint { get; init; }
}

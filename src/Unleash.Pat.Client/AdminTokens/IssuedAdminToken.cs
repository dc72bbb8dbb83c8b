using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>An admin token that has just been created, with its secret.</summary>
public sealed class IssuedAdminToken : AdminToken
{
    /// <summary>The token used for authentication. Keep it: nothing shows it again.</summary>
    [JsonPropertyName("secret")]
    public required string Secret { get; set; }
}

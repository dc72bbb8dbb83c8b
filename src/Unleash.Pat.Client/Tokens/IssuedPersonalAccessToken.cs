using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>A personal access token that has just been created, with its secret.</summary>
public sealed class IssuedPersonalAccessToken : PersonalAccessToken
{
    /// <summary>
    /// The token used for authentication. Keep it: nothing shows it again. It has the form
    /// <c>user:v2_{22 characters}_{43 characters}</c>.
    /// </summary>
    [JsonPropertyName("secret")]
    public required string Secret { get; set; }
}

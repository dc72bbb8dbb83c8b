using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>A personal access token, and the account that holds it.</summary>
public sealed class InventoryToken : PersonalAccessToken
{
    /// <summary>The account that holds the token.</summary>
    [JsonPropertyName("owner")]
    public required TokenHolder Owner { get; set; }
}

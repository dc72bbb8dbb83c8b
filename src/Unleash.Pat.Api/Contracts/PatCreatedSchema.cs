using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Contracts;

/// <summary>A personal access token in the one answer that shows its secret.</summary>
public sealed record PatCreatedSchema : PatSchema
{
    /// <summary>The token used for authentication. It is shown here and never again.</summary>
    [JsonPropertyOrder(1)]
    public string Secret { get; init; } = "";
}

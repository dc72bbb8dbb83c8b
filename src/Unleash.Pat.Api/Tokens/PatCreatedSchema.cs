using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Tokens;

/// <summary>A personal access token in the one answer that shows its secret.</summary>
public sealed record PatCreatedSchema : PatSchema
{
    /// <summary>
    /// The token used for authentication. (This property is set by Unleash when the token is created and cannot be set
    /// manually: if you provide a value when creating a PAT, Unleash will ignore it.) Only the answer that creates the
    /// token has it; nothing shows it again. It has the form <c>user:v2_{22 characters}_{43 characters}</c>.
    /// </summary>
    /// <example>user:xyzrandomstring</example>
    [JsonPropertyOrder(1)]
    public string Secret { get; init; } = "";

    /// <summary>Which token it is, and no secret.</summary>
    /// <returns>Its id.</returns>
    public override string ToString() => $"token {Id}";
}

using System.Text.Json.Serialization;
using Unleash.Pat.Api.Users;

namespace Unleash.Pat.Api.Instance;

/// <summary>The root roles, as Unleash has them.</summary>
/// <param name="Roles">By id.</param>
public sealed record RolesSchema(IReadOnlyList<RoleSchema> Roles)
{
    /// <summary>The version of this form: 1.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; init; } = 1;
}

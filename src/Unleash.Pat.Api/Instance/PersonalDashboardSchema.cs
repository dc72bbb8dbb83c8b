using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Instance;

/// <summary>What Unleash's admin UI shows a user first.</summary>
/// <param name="Admins">The administrators, by id; at most 100.</param>
public sealed record PersonalDashboardSchema(IReadOnlyList<AdministratorSchema> Admins)
{
    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> Projects { get; init; } = [];

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> Flags { get; init; } = [];

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> ProjectOwners { get; init; } = [];
}

/// <summary>An administrator, as other users see one.</summary>
public sealed record AdministratorSchema
{
    /// <summary>The account's id.</summary>
    /// <example>1</example>
    public long Id { get; init; }

    /// <summary>The name to sign in with.</summary>
    /// <example>ada</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Username { get; init; }

    /// <summary>The name to show.</summary>
    /// <example>Ada Lovelace</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>The picture's address.</summary>
    public string ImageUrl { get; init; } = "";
}

using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Inventory;

/// <summary>Which tokens to revoke.</summary>
public sealed record RevokeTokensRequest
{
    /// <summary>Which tokens.</summary>
    public required InventoryFilterRequest Filter { get; init; }

    /// <summary>Whether only to show what would be revoked. Absent or <c>null</c>: <c>true</c>.</summary>
    /// <example>false</example>
    public bool? DryRun { get; init; }

    /// <summary>How many tokens the filter matches, as the dry run has shown; required unless it is one.</summary>
    /// <example>3</example>
    public long? Expected { get; init; }
}

/// <summary>What was revoked, or would be.</summary>
/// <param name="Matched">How many tokens match.</param>
/// <param name="Revoked">How many were revoked; fewer than match where some were changed or deleted meanwhile.</param>
public sealed record RevokedTokensSchema(long Matched, long Revoked)
{
    /// <summary>Up to ten of those that match, by id; in a dry run only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<InventoryTokenSchema>? Sample { get; init; }
}

using System.Text.Json.Serialization;
using Unleash.Pat.Api.Tokens;
using Unleash.Pat.Api.Users;

namespace Unleash.Pat.Api.Inventory;

/// <summary>A page of the tokens of all accounts.</summary>
/// <param name="Tokens">The tokens, in the order of <c>sort</c>.</param>
/// <param name="Total">The number of matching tokens on all pages, counted with the first page.</param>
public sealed record InventorySchema(IReadOnlyList<InventoryTokenSchema> Tokens, long Total)
{
    /// <summary>Where the next page begins, as <c>cursor</c> takes it; absent on the last page.</summary>
    /// <example>R0lGODlhAQABAIAAAAAAAP</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextCursor { get; init; }
}

/// <summary>A personal access token, and the account that holds it.</summary>
public sealed record InventoryTokenSchema : PatSchema
{
    /// <summary>The account that holds the token.</summary>
    [JsonPropertyOrder(1)]
    public TokenHolderSchema Owner { get; init; } = new();
}

namespace Unleash.Pat.Client;

/// <summary>A page of tokens.</summary>
/// <param name="Items">The tokens.</param>
/// <param name="Total">How many there are on all pages, counted with the first.</param>
/// <param name="NextCursor">Where the next page begins; <see langword="null"/> on the last one.</param>
public sealed record InventoryCursorPage(IReadOnlyList<InventoryToken> Items, long Total, string? NextCursor);

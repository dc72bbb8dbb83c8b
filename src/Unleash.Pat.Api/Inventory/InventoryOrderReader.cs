using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Inventory;

namespace Unleash.Pat.Api.Inventory;

/// <summary>Reads <c>sort</c>.</summary>
internal static class InventoryOrderReader
{
    private static readonly Dictionary<string, InventorySort> Names = new(StringComparer.Ordinal)
    {
        ["id"] = InventorySort.Id,
        ["createdAt"] = InventorySort.CreatedAt,
        ["expiresAt"] = InventorySort.ExpiresAt,
        ["seenAt"] = InventorySort.SeenAt,
        ["owner"] = InventorySort.Owner,
    };

    public static InventoryOrder Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new InventoryOrder(InventorySort.Id);
        }

        var isDescending = text.StartsWith('-');
        return Names.TryGetValue(isDescending ? text[1..] : text, out var sort)
            ? new InventoryOrder(sort, isDescending)
            : throw RefusedException.BrokenSchema(Errors.PropertyInvalid(
                "/query/sort", $"must be one of {string.Join(", ", Names.Keys)}, with - in front for descending", JsonText.Quote(text)));
    }
}

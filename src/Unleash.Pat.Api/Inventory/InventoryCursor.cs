using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Inventory;

namespace Unleash.Pat.Api.Inventory;

/// <summary>Where a page begins, and what the first page counted. The form is opaque: clients send back what they received.</summary>
/// <param name="After">The place after which it begins.</param>
/// <param name="Total">The number of tokens on all pages.</param>
internal sealed record InventoryCursor(InventoryPosition After, long Total)
{
    private const int CheckLength = 8;

    /// <summary>As a text that is of use with this filter and order only.</summary>
    public string Write(InventoryFilter filter, InventoryOrder order)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(this);
        return Base64Url.EncodeToString([.. Check(content, filter, order), .. content]);
    }

    /// <returns><see langword="null"/> for the first page.</returns>
    /// <exception cref="RefusedException">It is not the cursor of another page of the same list.</exception>
    public static InventoryCursor? Read(string? cursor, InventoryFilter filter, InventoryOrder order)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        var bytes = Base64Url.IsValid(cursor) ? Base64Url.DecodeFromChars(cursor) : [];
        return bytes.Length > CheckLength
            && bytes.AsSpan(0, CheckLength).SequenceEqual(Check(bytes.AsSpan(CheckLength), filter, order))
            ? JsonSerializer.Deserialize<InventoryCursor>(bytes.AsSpan(CheckLength))
            : throw RefusedException.BrokenSchema(Errors.PropertyInvalid(
                "/query/cursor", "must be the nextCursor of another page, with the same filter and sort", JsonText.Quote(cursor)));
    }

    // A page of another list would begin anywhere.
    private static ReadOnlySpan<byte> Check(ReadOnlySpan<byte> content, InventoryFilter filter, InventoryOrder order) =>
        SHA256.HashData([.. content, .. JsonSerializer.SerializeToUtf8Bytes((filter, order), Tuples)]).AsSpan(0, CheckLength);

    private static readonly JsonSerializerOptions Tuples = new() { IncludeFields = true };
}

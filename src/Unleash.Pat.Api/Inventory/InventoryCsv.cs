using Unleash.Pat.Api.Http.Exports;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Inventory;

/// <summary>Tokens as CSV.</summary>
internal static class InventoryCsv
{
    public static CsvFormat<InventoryToken> Format { get; } = new(
        "personal-access-tokens.csv",
        ("id", held => held.Token.Id),
        ("description", held => held.Token.Description.Value),
        ("userId", held => held.Owner.Id),
        ("username", held => held.Owner.Username),
        ("name", held => held.Owner.Name),
        ("email", held => held.Owner.Email),
        ("accountType", held => held.Owner.AccountType.ToName()),
        ("accountEnabled", held => CsvText.Of(held.Owner.IsEnabled)),
        ("createdAt", held => CsvText.Of(held.Token.CreatedAt)),
        ("expiresAt", held => CsvText.Of(held.Token.ExpiresAt)),
        ("seenAt", held => CsvText.Of(held.Token.SeenAt)),
        ("lastUsedFrom", held => held.Token.LastUsedFrom),
        ("rotatedAt", held => CsvText.Of(held.Token.RotatedAt)),
        ("enabled", held => CsvText.Of(held.Token.IsEnabled)),
        ("unrestricted", held => CsvText.Of(held.Token.Scopes is null)),
        ("scopes", held => held.Token.Scopes?.ToString()),
        ("rejectedUses", held => held.Token.RejectedUses));
}

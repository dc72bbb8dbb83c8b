using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Inventory;

/// <summary>A page of the tokens of all accounts.</summary>
/// <param name="Tokens">The tokens, in the order that was asked for.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> on the last one.</param>
public sealed record InventoryPage(IReadOnlyList<InventoryToken> Tokens, InventoryPosition? Next);

/// <summary>A token and the account that holds it.</summary>
public sealed record InventoryToken(PersonalAccessToken Token, AccountSummary Owner);

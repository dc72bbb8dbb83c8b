using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>A token, its account and the place of both in an order.</summary>
internal sealed class InventoryRow : TokenRow
{
    /// <summary>The columns to select from the tables <c>token</c> and <c>account</c>.</summary>
    public const string AllColumns = $"""
        {Columns},
        account.id AS {nameof(OwnerId)}, account.username AS {nameof(OwnerUsername)}, account.name AS {nameof(OwnerName)},
        account.email AS {nameof(OwnerEmail)}, account.account_type AS {nameof(OwnerType)}, account.enabled AS {nameof(OwnerEnabled)}
        """;

    public long OwnerId { get; init; }

    public string? OwnerUsername { get; init; }

    public string? OwnerName { get; init; }

    public string? OwnerEmail { get; init; }

    public string OwnerType { get; init; } = "";

    public int OwnerEnabled { get; init; }

    /// <summary>The entry of the index: the token, or the account in an order by owner.</summary>
    public long EntryId { get; init; }

    public long Place { get; init; }

    /// <summary>Whether the token passes the filter.</summary>
    public int Matches { get; init; }

    public DateTimeOffset? KeyInstant { get; init; }

    public string? KeyText { get; init; }

    public long KeyId { get; init; }

    public InventoryToken ToInventoryToken() => new(
        ToToken(),
        new AccountSummary(OwnerId, OwnerUsername, OwnerName, OwnerEmail, AccountTypeName.Parse(OwnerType), OwnerEnabled != 0));

    /// <summary>The place after this token.</summary>
    public InventoryPosition Position(bool isByOwner) => new(KeyInstant, KeyText, isByOwner ? OwnerId : 0, Id);

    /// <summary>The place after this entry.</summary>
    public InventoryPosition EndOfEntry(bool isByOwner, bool isDescending) =>
        new(KeyInstant, KeyText, isByOwner ? EntryId : 0, !isByOwner ? EntryId : isDescending ? 0 : long.MaxValue);
}

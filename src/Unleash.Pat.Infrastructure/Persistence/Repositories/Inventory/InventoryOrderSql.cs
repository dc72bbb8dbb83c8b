using Unleash.Pat.Application.Inventory;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories.Inventory;

/// <summary>An order as SQL has it: by the entries of one index, which are tokens, or accounts with their tokens.</summary>
internal sealed class InventoryOrderSql(ISqlDialect dialect, InventoryOrder order)
{
    private const string OwnEntryRange = "entry.id = @EntryId";

    private readonly string _column = order.By switch
    {
        InventorySort.CreatedAt => "created_at",
        InventorySort.ExpiresAt => "expires_at",
        InventorySort.SeenAt => "seen_at",
        InventorySort.Owner => "sort_key",
        _ => "id",
    };

    public bool IsByOwner => order.By == InventorySort.Owner;

    /// <summary>The property of a row that has the value by which it is sorted.</summary>
    public string KeyName => order.By switch
    {
        InventorySort.Owner => nameof(InventoryRow.KeyText),
        InventorySort.Id => nameof(InventoryRow.KeyId),
        _ => nameof(InventoryRow.KeyInstant),
    };

    private bool IsById => order.By == InventorySort.Id;

    private bool HasNulls => order.By is InventorySort.SeenAt or InventorySort.Owner;

    private string After => order.IsDescending ? "<" : ">";

    private string Direction => order.IsDescending ? " DESC" : "";

    private string Key => IsByOwner ? "@KeyText" : "@KeyInstant";

    /// <summary>Ranges of the index that follow each other and have all that comes after a position.</summary>
    /// <remarks>
    /// Each is one range, so that the first entries of it are found at once: however many entries have the same key, none of
    /// them is read twice.
    /// </remarks>
    public IReadOnlyList<string> RangesAfter(InventoryPosition? position)
    {
        if (IsById)
        {
            return [position is null ? "entry.id > 0" : $"entry.id {After} @EntryId"];
        }

        var isNull = position is not null && KeyOf(position) is null;
        return position switch
        {
            null => [.. OwnEntry(null), .. order.IsDescending ? [NotNull, .. Nulls("")] : (string[])[.. Nulls(""), NotNull]],
            _ when isNull && order.IsDescending => [.. OwnEntry(position), .. Nulls($" AND entry.id {After} @EntryId")],
            _ when isNull => [.. OwnEntry(position), .. Nulls($" AND entry.id {After} @EntryId"), NotNull],
            _ =>
            [
                .. OwnEntry(position),
                $"entry.{_column} = {Key} AND entry.id {After} @EntryId",
                $"entry.{_column} {After} {Key}",
                .. order.IsDescending ? Nulls("") : [],
            ],
        };
    }

    /// <summary>Whether a range is of the one account in whose tokens a position is.</summary>
    public static bool IsOwnEntry(string range) => range == OwnEntryRange;

    /// <summary>The first entries of a range, in order, with their <c>place</c>.</summary>
    public string Entries(string range)
    {
        var key = IsById ? "" : $", entry.{_column} AS sort_key";
        var table = IsByOwner ? "users" : "personal_access_tokens";
        var entries = dialect.First(
            $"SELECT entry.id AS id{key} FROM {table} AS entry WHERE {range} ORDER BY {Columns($"entry.{_column}", "entry.id")}", "@Entries");
        return $"SELECT near.id AS id, near.{SortKey} AS sort_key, ROW_NUMBER() OVER (ORDER BY {Columns("near.sort_key", "near.id")}) AS place FROM ({entries}) AS near";
    }

    /// <summary>What joins <c>token</c> and <c>account</c> to entries; an entry whose row has just been deleted stays.</summary>
    public string JoinEntries => IsByOwner
        ? "LEFT JOIN users AS account ON account.id = win.id LEFT JOIN personal_access_tokens AS token ON token.user_id = account.id"
        : "LEFT JOIN personal_access_tokens AS token ON token.id = win.id LEFT JOIN users AS account ON account.id = token.user_id";

    /// <summary>The order of the tokens of one entry.</summary>
    public string WithinEntry => $"token.id{Direction}";

    /// <summary>The condition for the tokens of an account that follow a position among them.</summary>
    public string WithinAfter => $"token.id {After} @AfterTokenId";

    /// <summary>A query of the first tokens that fulfil a condition.</summary>
    /// <param name="hasIndex">
    /// Whether the condition chooses the index that is read. Otherwise the order does, where the rows are stored in about that
    /// order: then reading ends with the last token that is wanted.
    /// </param>
    public string FirstTokens(string where, bool hasIndex, InventoryPosition? after)
    {
        var isWalked = !hasIndex && order.By is (InventorySort.Id or InventorySort.CreatedAt);
        Func<string, string> column = isWalked ? static name => name : dialect.Unindexed;
        var (from, owner) = IsByOwner
            ? ("personal_access_tokens AS token CROSS JOIN users AS account", "account.id")
            : ("personal_access_tokens AS token", "token.user_id");
        string[] conditions = [.. IsByOwner ? ["account.id = token.user_id"] : (string[])[], .. AfterCondition(after, column, isWalked)];
        var more = conditions.Length == 0 ? "" : $"{(where.Length == 0 ? " WHERE" : " AND")} {string.Join(" AND ", conditions)}";
        return dialect.First(
            $"SELECT token.id AS id, {KeyColumn} AS sort_key, {owner} AS owner_id FROM {from}{where}{more} ORDER BY {TokenOrder(column(KeyColumn), owner, column("token.id"))}",
            "@Limit");
    }

    /// <summary>The order of rows of <see cref="FirstTokens"/>.</summary>
    public string OrderOf(string alias) => TokenOrder($"{alias}.sort_key", $"{alias}.owner_id", $"{alias}.id");

    private string SortKey => IsById ? "id" : "sort_key";

    private string KeyColumn => IsByOwner ? "account.sort_key" : $"token.{_column}";

    // By a comparison, because not every engine finds the first key after the nulls without reading these.
    private string NotNull => $"entry.{_column} >= {(IsByOwner ? "@LeastText" : "@LeastInstant")}";

    private object? KeyOf(InventoryPosition position) => IsByOwner ? position.Owner : position.Instant;

    private string[] Nulls(string more) => HasNulls ? [$"entry.{_column} IS NULL{more}"] : [];

    private string[] OwnEntry(InventoryPosition? position) =>
        IsByOwner && position is { TokenId: > 0 and < long.MaxValue } ? [OwnEntryRange] : [];

    private string Columns(string key, string id) => IsById ? $"{id}{Direction}" : $"{key}{Direction}, {id}{Direction}";

    private string TokenOrder(string key, string owner, string id) => order.By switch
    {
        InventorySort.Id => $"{id}{Direction}",
        InventorySort.Owner => $"{key}{Direction}, {owner}{Direction}, {id}{Direction}",
        _ => $"{key}{Direction}, {id}{Direction}",
    };

    private string[] AfterCondition(InventoryPosition? position, Func<string, string> column, bool isWalked)
    {
        if (position is null)
        {
            return [];
        }

        var id = $"{column("token.id")} {After} @AfterTokenId";
        var tie = IsByOwner ? $"(account.id {After} @EntryId OR (account.id = @EntryId AND {id}))" : id;
        var key = column(KeyColumn);
        return (IsById, KeyOf(position) is null, order.IsDescending) switch
        {
            (true, _, _) => [id],
            (_, true, true) => [$"{key} IS NULL AND {tie}"],
            (_, true, false) => [$"({key} IS NOT NULL OR ({key} IS NULL AND {tie}))"],
            (_, false, true) => [.. isWalked ? [$"{key} <= {Key}"] : (string[])[], $"({key} < {Key} OR ({key} = {Key} AND {tie}){(HasNulls ? $" OR {key} IS NULL" : "")})"],
            _ => [.. isWalked ? [$"{key} >= {Key}"] : (string[])[], $"({key} > {Key} OR ({key} = {Key} AND {tie}))"],
        };
    }
}

using Dapper;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Reserves the names of accounts, so that no two accounts share one.</summary>
internal static class AccountNameSql
{
    private const string TakeName = "INSERT INTO account_names (name_key, user_id) VALUES (@Key, @Id)";

    private const string SelectOwn = "SELECT name_key FROM account_names WHERE user_id = @Id";

    private const string DropName = "DELETE FROM account_names WHERE name_key = @Key AND user_id = @Id";

    /// <summary>A name or an address as a parameter of its column's length.</summary>
    public static DbString Parameter(string? name) => Sql.Text(name, AccountName.MaxLength);

    /// <summary>
    /// A key to look up. Null, which matches no row, if the key is too long or contains U+0000, which not every engine accepts.
    /// </summary>
    public static DbString Key(string key) =>
        Parameter(key.Length > AccountName.MaxLength || key.Contains('\0', StringComparison.Ordinal) ? null : key);

    /// <summary>The text that searches compare with.</summary>
    public static DbString SearchKeyOf(string? username, string? name, string? email) =>
        Sql.Text(SearchKey.Of(username, name, email), SearchKey.MaxLength);

    /// <summary>The text that lists are sorted by.</summary>
    public static DbString SortKeyOf(string? username, string? email) =>
        Parameter(SearchKey.ForSorting(username ?? email ?? "", AccountName.MaxLength));

    /// <exception cref="DuplicateKeyException">Another account has one of the names; thrown when the transaction ends.</exception>
    public static async Task TakeNamesAsync(
        this WriteTransaction transaction, long id, string? username, string? email, CancellationToken cancellationToken)
    {
        foreach (var key in Keys(AccountName.Key, username, email))
        {
            await transaction.TakeNameAsync(id, key, cancellationToken);
        }
    }

    public static Task TakeNameAsync(
        this WriteTransaction transaction, long id, string key, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(TakeName, new { Key = Parameter(key), Id = id }, cancellationToken);

    public static Task DropNameAsync(
        this WriteTransaction transaction, long id, string key, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(DropName, new { Key = Parameter(key), Id = id }, cancellationToken);

    public static async Task<HashSet<string>> NamesOfAsync(
        this WriteTransaction transaction, long id, CancellationToken cancellationToken) =>
        [.. await transaction.QueryAsync<string>(SelectOwn, new { Id = id }, cancellationToken)];

    /// <summary>Releases an account's old address and reserves its new one. The username's key stays as it is.</summary>
    /// <exception cref="DuplicateKeyException">Another account has the new address; thrown when the transaction ends.</exception>
    public static async Task ChangeAddressAsync(
        this WriteTransaction transaction, User before, string? email, CancellationToken cancellationToken)
    {
        if (email is not null && before.Email is not null && AccountName.Key(email) == AccountName.Key(before.Email))
        {
            // Another spelling of the same name.
            return;
        }

        var own = await transaction.NamesOfAsync(before.Id, cancellationToken);
        var ofUsername = own.Intersect(BothKeys(before.Username)).ToList();
        foreach (var old in own.Intersect(BothKeys(before.Email)).Except(ofUsername).ToList())
        {
            await transaction.DropNameAsync(before.Id, old, cancellationToken);
        }

        foreach (var key in Keys(AccountName.Key, email).Except(ofUsername))
        {
            await transaction.TakeNameAsync(before.Id, key, cancellationToken);
        }
    }

    // Ordered, so that two accounts that take each other's names do not wait for each other.
    private static IEnumerable<string> Keys(Func<string, string> key, params IEnumerable<string?> names) =>
        names.OfType<string>().Select(key).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> BothKeys(string? name) =>
        name is null ? [] : [AccountName.Key(name), AccountName.EarlierKey(name)];
}

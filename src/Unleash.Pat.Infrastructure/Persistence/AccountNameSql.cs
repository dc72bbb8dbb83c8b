using Dapper;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>How accounts take their names, so that no two have one.</summary>
internal static class AccountNameSql
{
    private const string TakeName = "INSERT INTO account_names (name_key, user_id) VALUES (@Key, @Id)";

    private const string SelectOwn = "SELECT name_key FROM account_names WHERE user_id = @Id";

    private const string DropName = "DELETE FROM account_names WHERE name_key = @Key AND user_id = @Id";

    /// <summary>A name or an address as its column has it.</summary>
    public static DbString Parameter(string? name) => Sql.Text(name, AccountName.MaxLength);

    /// <summary>
    /// A key to look for; <see langword="null"/>, which no row has, where it is longer than any, or holds U+0000, which
    /// not every engine takes as a parameter.
    /// </summary>
    public static DbString Key(string key) =>
        Parameter(key.Length > AccountName.MaxLength || key.Contains('\0', StringComparison.Ordinal) ? null : key);

    /// <summary>What searches compare an account by.</summary>
    public static DbString SearchKeyOf(string? username, string? name, string? email) =>
        Sql.Text(SearchKey.Of(username, name, email), SearchKey.MaxLength);

    /// <summary>Takes an account's names.</summary>
    /// <exception cref="DuplicateKeyException">Another account has one of them; thrown as the transaction ends.</exception>
    public static async Task TakeNamesAsync(
        this WriteTransaction transaction, long id, string? username, string? email, CancellationToken cancellationToken)
    {
        foreach (var key in Keys(AccountName.Key, username, email))
        {
            await transaction.TakeNameAsync(id, key, cancellationToken);
        }
    }

    /// <summary>Takes one name.</summary>
    public static Task TakeNameAsync(
        this WriteTransaction transaction, long id, string key, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(TakeName, new { Key = Parameter(key), Id = id }, cancellationToken);

    /// <summary>Gives one name back.</summary>
    public static Task DropNameAsync(
        this WriteTransaction transaction, long id, string key, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(DropName, new { Key = Parameter(key), Id = id }, cancellationToken);

    /// <summary>The names that an account has.</summary>
    public static async Task<HashSet<string>> NamesOfAsync(
        this WriteTransaction transaction, long id, CancellationToken cancellationToken) =>
        [.. await transaction.QueryAsync<string>(SelectOwn, new { Id = id }, cancellationToken)];

    /// <summary>Gives an account's old address back and takes its new one; the username's key stays whatever it is.</summary>
    /// <exception cref="DuplicateKeyException">Another account has the new address; thrown as the transaction ends.</exception>
    public static async Task ChangeAddressAsync(
        this WriteTransaction transaction, User before, string? email, CancellationToken cancellationToken)
    {
        if (email is not null && before.Email is not null && AccountName.Key(email) == AccountName.Key(before.Email))
        {
            // Written otherwise, and the same name.
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

    // In one order, so that two accounts that want each other's names do not wait for each other.
    private static IEnumerable<string> Keys(Func<string, string> key, params IEnumerable<string?> names) =>
        names.OfType<string>().Select(key).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> BothKeys(string? name) =>
        name is null ? [] : [AccountName.Key(name), AccountName.EarlierKey(name)];
}

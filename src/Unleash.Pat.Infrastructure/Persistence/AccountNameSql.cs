using System.Data.Common;
using Dapper;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>How accounts take their names, so that no two have one.</summary>
internal static class AccountNameSql
{
    private const string TakeName = "INSERT INTO account_names (name_key, user_id) VALUES (@Key, @Id)";

    /// <summary>A name, an address or a key as its column has it.</summary>
    public static DbString Parameter(string? name) => Sql.Text(name, AccountName.MaxLength);

    /// <summary>Takes an account's names.</summary>
    /// <exception cref="DuplicateKeyException">Another account has one of them; thrown as the transaction ends.</exception>
    public static async Task TakeNamesAsync(
        this DbTransaction transaction, long id, string? username, string? email, CancellationToken cancellationToken)
    {
        foreach (var key in new[] { username, email }.OfType<string>().Select(AccountName.Key).Distinct().Order(StringComparer.Ordinal))
        {
            await transaction.ExecuteAsync(TakeName, new { Key = Parameter(key), Id = id }, cancellationToken);
        }
    }
}

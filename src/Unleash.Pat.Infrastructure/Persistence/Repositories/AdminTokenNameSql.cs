using System.Text;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Reserves the names of admin tokens, so that no two tokens share one.</summary>
internal static class AdminTokenNameSql
{
    // A UTF-16 code unit takes at most three bytes of UTF-8.
    private const int KeyLength = AdminToken.NameMaxLength * 3;

    private const string TakeName = "INSERT INTO admin_token_names (name_key, token_id) VALUES (@Key, @Id)";

    /// <exception cref="DuplicateKeyException">Another token has the name; thrown when the transaction ends.</exception>
    public static Task TakeTokenNameAsync(
        this WriteTransaction transaction, long id, string name, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            TakeName, new { Key = Sql.VariableBytes(Encoding.UTF8.GetBytes(name), KeyLength), Id = id }, cancellationToken);
}

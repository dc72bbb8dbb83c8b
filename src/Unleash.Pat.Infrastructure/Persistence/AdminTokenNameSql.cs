using System.Text;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>How admin tokens take their names, so that no two have one.</summary>
internal static class AdminTokenNameSql
{
    // A UTF-16 code unit takes three bytes of UTF-8 at the most.
    private const int KeyLength = AdminToken.NameMaxLength * 3;

    private const string TakeName = "INSERT INTO admin_token_names (name_key, token_id) VALUES (@Key, @Id)";

    /// <summary>Takes a token's name.</summary>
    /// <exception cref="DuplicateKeyException">Another token has it; thrown as the transaction ends.</exception>
    public static Task TakeTokenNameAsync(
        this WriteTransaction transaction, long id, string name, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            TakeName, new { Key = Sql.VariableBytes(Encoding.UTF8.GetBytes(name), KeyLength), Id = id }, cancellationToken);
}

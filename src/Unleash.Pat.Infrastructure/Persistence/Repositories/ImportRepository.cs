using Dapper;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed partial class ImportRepository(Database database) : IImportRepository
{
    private const string SelectAccount = $"""
        SELECT imported.subject_id AS {nameof(ImportRow.SubjectId)}, account.id AS {nameof(ImportRow.HeldId)}
        FROM imports AS imported LEFT JOIN users AS account ON account.id = imported.subject_id
        WHERE imported.source_key = @SourceKey
        """;

    private const string SelectHolder = "SELECT user_id FROM account_names WHERE name_key = @Key";

    private static string SelectToken(ISqlDialect dialect) => $"""
        SELECT (SELECT imported.subject_id FROM imports AS imported WHERE imported.source_key = @SourceKey) AS {nameof(ImportRow.SubjectId)},
            (SELECT secret.token_id FROM ({SecretSql.Find(dialect)}) AS secret) AS {nameof(ImportRow.HeldId)}
        """;

    public async Task<EarlierImport?> FindAccountAsync(ImportKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return (await FindAsync<ImportRow>(SelectAccount, new { SourceKey = Parameter(key) }, cancellationToken))?.ToImport();
    }

    public Task<long?> FindHolderAsync(string name, CancellationToken cancellationToken) =>
        FindAsync<long?>(SelectHolder, new { Key = AccountNameSql.Key(AccountName.Key(name)) }, cancellationToken);

    public async Task<EarlierImport?> FindTokenAsync(ImportKey key, string selector, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var parameters = new { SourceKey = Parameter(key), Selector = Sql.Ascii(selector, TokenSecret.SelectorLength) };
        return (await FindAsync<ImportRow>(SelectToken(database.Dialect), parameters, cancellationToken))?.ToImport();
    }

    private Task<T?> FindAsync<T>(string select, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<T?>(new CommandDefinition(select, parameters, cancellationToken: cancellationToken)),
        cancellationToken);

    private static BinaryParameter Parameter(ImportKey key) => Sql.Bytes(key.ToArray(), ImportKey.Length);

    private sealed class ImportRow
    {
        public long? SubjectId { get; init; }

        /// <summary>What is there now.</summary>
        public long? HeldId { get; init; }

        public EarlierImport? ToImport() => (SubjectId ?? HeldId) is { } id ? new(id, HeldId is not null) : null;
    }
}

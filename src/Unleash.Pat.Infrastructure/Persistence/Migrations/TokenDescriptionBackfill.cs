using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>Computes the search keys of descriptions that are not ASCII, which the migration could not fold.</summary>
internal sealed class TokenDescriptionBackfill(Database database) : IBackfill
{
    private const int BatchSize = 200;

    private const string SelectUnfolded = $"""
        SELECT id AS {nameof(DescriptionRow.Id)}, description AS {nameof(DescriptionRow.Description)}
        FROM personal_access_tokens WHERE search_key IS NULL ORDER BY user_id, id
        """;

    private const string SetKey = "UPDATE personal_access_tokens SET search_key = @SearchKey WHERE id = @Id";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await database.AnyAsync(SelectUnfolded, cancellationToken)
            && await database.WriteAsync(transaction => FoldAsync(transaction, cancellationToken), cancellationToken) == BatchSize)
        {
        }
    }

    private async Task<int> FoldAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var rows = (await transaction.QueryAsync<DescriptionRow>(
            database.Dialect.Page(SelectUnfolded), new { Offset = 0, Limit = BatchSize }, cancellationToken)).ToList();
        foreach (var row in rows)
        {
            await transaction.ExecuteAsync(SetKey, row.Key(), cancellationToken);
        }

        return rows.Count;
    }

    private sealed class DescriptionRow
    {
        public long Id { get; init; }

        public string Description { get; init; } = "";

        public object Key() => new { Id, SearchKey = Sql.Text(SearchKey.Of(Description), SearchKey.MaxPartLength) };
    }
}

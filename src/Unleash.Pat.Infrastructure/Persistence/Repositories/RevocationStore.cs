using System.Data;
using Dapper;
using Unleash.Pat.Application.Authentication.Revocations;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class RevocationStore(Database database) : IRevocationStore
{
    private const string SelectAfter = $"""
        SELECT id AS {nameof(Row.Id)}, subject AS {nameof(Row.Subject)}, subject_id AS {nameof(Row.SubjectId)}
        FROM revocations WHERE id > @Id ORDER BY id
        """;

    private const string SelectThrough = "SELECT id FROM revocations WHERE id <= @Id ORDER BY id";

    public TimeSpan CommitDelay => database.Dialect.CommitDelay;

    public async Task<IReadOnlyList<Revocation>> ReadAfterAsync(long id, CancellationToken cancellationToken)
    {
        var rows = await database.VerifyAsync(
            connection => connection.QueryAsync<Row>(
                new CommandDefinition(SelectAfter, new { Id = id }, cancellationToken: cancellationToken)),
            cancellationToken);
        return [.. rows.Select(row => new Revocation(row.Id, (RevokedSubject)row.Subject, row.SubjectId))];
    }

    public Task<int> DeleteThroughAsync(long id, int limit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Id", id, DbType.Int64);
        parameters.Add("Offset", 0, DbType.Int32);
        parameters.Add("Limit", limit, DbType.Int32);
        return database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                $"DELETE FROM revocations WHERE id IN ({database.Dialect.Page(SelectThrough)})", parameters, cancellationToken),
            cancellationToken);
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public int Subject { get; init; }

        public long SubjectId { get; init; }
    }
}

using Dapper;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class AdminTokenRepository(Database database) : IAdminTokenRepository
{
    private const string Select = $"""
        SELECT id AS {nameof(TokenRow.Id)}, name AS {nameof(TokenRow.Name)}, selector AS {nameof(TokenRow.Selector)},
            created_at AS {nameof(TokenRow.CreatedAt)}, expires_at AS {nameof(TokenRow.ExpiresAt)},
            seen_at AS {nameof(TokenRow.SeenAt)}
        FROM admin_tokens
        """;

    private const string SelectAll = $"{Select} ORDER BY id";

    private const string SelectOne = $"{Select} WHERE id = @Id";

    private const string Insert = """
        INSERT INTO admin_tokens (name, selector, verifier, created_at, expires_at)
        VALUES (@Name, @Selector, @Verifier, @CreatedAt, @ExpiresAt)
        """;

    private const string Delete = "DELETE FROM admin_tokens WHERE id = @Id";

    public async Task<AdminToken?> CreateAsync(
        AdminToken token, byte[] verifier, Func<AdminToken, AuditEvent> created, CancellationToken cancellationToken)
    {
        try
        {
            return await InsertAsync(token, verifier, created, cancellationToken);
        }
        catch (DuplicateKeyException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<AdminToken>> GetAllAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<TokenRow>(
                new CommandDefinition(SelectAll, cancellationToken: cancellationToken)),
            cancellationToken);
        return [.. rows.Select(row => row.ToToken())];
    }

    public Task DeleteAsync(long id, Func<AdminToken, AuditEvent> deleted, CancellationToken cancellationToken) =>
        database.RevokeAsync(
            async transaction =>
            {
                var row = await transaction.Connection!.QuerySingleOrDefaultAsync<TokenRow>(new CommandDefinition(
                    SelectOne, new { Id = id }, transaction, cancellationToken: cancellationToken));
                var removed = await transaction.ExecuteAsync(Delete, new { Id = id }, cancellationToken);
                if (row is not null && removed == 1)
                {
                    await transaction.RecordAsync(deleted(row.ToToken()), cancellationToken);
                }

                return removed;
            },
            cancellationToken);

    private Task<AdminToken> InsertAsync(
        AdminToken token, byte[] verifier, Func<AdminToken, AuditEvent> created, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                var id = await transaction.Connection!.QuerySingleAsync<long>(new CommandDefinition(
                    database.Dialect.ReturningId(Insert),
                    Parameters(token, verifier),
                    transaction,
                    cancellationToken: cancellationToken));
                var stored = token with { Id = id };
                await transaction.TakeTokenNameAsync(id, token.Name, cancellationToken);
                await transaction.RecordAsync(created(stored), cancellationToken);
                return stored;
            },
            cancellationToken);

    private static DynamicParameters Parameters(AdminToken token, byte[] verifier)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Name", Sql.Text(token.Name, AdminToken.NameMaxLength));
        parameters.Add("Selector", Sql.Ascii(token.Selector, TokenSecret.SelectorLength));
        parameters.Add("Verifier", Sql.Bytes(verifier, TokenSecret.VerifierLength));
        parameters.Add("CreatedAt", token.CreatedAt);
        parameters.Add("ExpiresAt", token.ExpiresAt);
        return parameters;
    }

    private sealed class TokenRow
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string Selector { get; init; } = "";

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }

        public DateTimeOffset? SeenAt { get; init; }

        public AdminToken ToToken() => new(Id, Name, Selector, CreatedAt, ExpiresAt, SeenAt);
    }
}

using Dapper;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>What verifying issued admin tokens reads and writes.</summary>
internal sealed class AdminTokenVerificationRepository(Database database) : IVerifiableTokens
{
    private const string SelectBySelector = $"""
        SELECT id AS {nameof(TokenRow.Id)}, name AS {nameof(TokenRow.Name)}, verifier AS {nameof(TokenRow.Verifier)},
            expires_at AS {nameof(TokenRow.ExpiresAt)}
        FROM admin_tokens WHERE selector = @Selector
        """;

    public async Task<VerifiableToken?> FindAsync(string selector, CancellationToken cancellationToken)
    {
        var parameters = new { Selector = Sql.Ascii(selector, TokenSecret.SelectorLength) };
        var row = await database.VerifyAsync(
            connection => connection.QuerySingleOrDefaultAsync<TokenRow>(
                new CommandDefinition(SelectBySelector, parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return row is null
            ? null
            : new VerifiableToken(row.Id, row.Verifier, row.ExpiresAt, AdminToken.AccountOf(row.Name));
    }

    public Task MarkSeenAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellationToken) =>
        database.MarkSeenAsync("admin_tokens", uses, cancellationToken);

    private sealed class TokenRow
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public byte[] Verifier { get; init; } = [];

        public DateTimeOffset ExpiresAt { get; init; }
    }
}

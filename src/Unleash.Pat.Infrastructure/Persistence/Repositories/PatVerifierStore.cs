using Dapper;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>What verifying personal access tokens reads and writes, apart from what their holders do with them.</summary>
internal sealed class PatVerifierStore(Database database) : ITokenVerifierStore
{
    private const string SelectBySelector = $"""
        SELECT token.id AS {nameof(TokenRow.TokenId)}, token.verifier AS {nameof(TokenRow.Verifier)},
            token.expires_at AS {nameof(TokenRow.ExpiresAt)}, {AccountRow.Columns}
        FROM personal_access_tokens AS token JOIN users AS account ON account.id = token.user_id
        WHERE token.selector = @Selector
        """;

    public async Task<VerifiableToken?> FindAsync(string selector, CancellationToken cancellationToken)
    {
        var parameters = new { Selector = Sql.Ascii(selector, TokenSecret.SelectorLength) };
        var row = await database.VerifyAsync(
            connection => connection.QuerySingleOrDefaultAsync<TokenRow>(
                new CommandDefinition(SelectBySelector, parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return row?.ToToken();
    }

    public Task MarkSeenAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellationToken) =>
        database.MarkSeenAsync("personal_access_tokens", uses, cancellationToken);

    private sealed class TokenRow : AccountRow
    {
        public long TokenId { get; init; }

        public byte[] Verifier { get; init; } = [];

        public DateTimeOffset ExpiresAt { get; init; }

        public VerifiableToken ToToken() =>
            new(TokenId, Verifier, ExpiresAt, ToAccount() with { Token = new AuthenticatingToken(TokenId, ExpiresAt) });
    }
}

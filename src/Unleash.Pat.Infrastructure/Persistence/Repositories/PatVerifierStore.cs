using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class PatVerifierStore(Database database) : ITokenVerifierStore
{
    private const string SelectBySelector = $"""
        SELECT token.id AS {nameof(TokenRow.TokenId)}, token.verifier AS {nameof(TokenRow.Verifier)},
            token.expires_at AS {nameof(TokenRow.ExpiresAt)}, {CallerRow.Columns}
        FROM personal_access_tokens AS token JOIN users AS account ON account.id = token.user_id
        WHERE token.selector = @Selector
        """;

    public async Task<StoredToken?> FindAsync(string selector, CancellationToken cancellationToken)
    {
        var row = await database.FindBySelectorAsync<TokenRow>(SelectBySelector, selector, cancellationToken);
        return row?.ToToken();
    }

    public Task WriteLastUsedAsync(IReadOnlyList<LastUse> uses, CancellationToken cancellationToken) =>
        database.WriteLastUsedAsync("personal_access_tokens", uses, cancellationToken);

    private sealed class TokenRow : CallerRow
    {
        public long TokenId { get; init; }

        public byte[] Verifier { get; init; } = [];

        public DateTimeOffset ExpiresAt { get; init; }

        public StoredToken ToToken() =>
            new(TokenId, Verifier, ExpiresAt, ToCaller() with { Token = new AuthenticatingToken(TokenId, ExpiresAt) });
    }
}

using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class PatVerifierStore(Database database) : ITokenVerifierStore
{
    private const string SelectBySelector = $"""
        SELECT token.id AS {nameof(TokenRow.TokenId)}, token.verifier AS {nameof(TokenRow.Verifier)},
            token.expires_at AS {nameof(TokenRow.ExpiresAt)}, token.created_at AS {nameof(TokenRow.CreatedAt)},
            account.account_type AS {nameof(TokenRow.AccountType)}, account.name AS {nameof(TokenRow.Name)},
            {CallerRow.Columns}
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

        public DateTimeOffset CreatedAt { get; init; }

        public string AccountType { get; init; } = "";

        public string? Name { get; init; }

        public StoredToken ToToken()
        {
            var caller = ToCaller() with { Token = new AuthenticatingToken(TokenId, ExpiresAt) };
            return new StoredToken(TokenId, Verifier, ExpiresAt, caller)
            {
                CreatedAt = CreatedAt,
                Owner = new TokenOwner(UserId, AccountTypeName.Parse(AccountType), Username, Email, Name),
            };
        }
    }
}

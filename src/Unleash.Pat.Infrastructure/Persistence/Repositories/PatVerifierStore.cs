using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class PatVerifierStore(Database database) : ITokenVerifierStore
{
    internal static string SelectBySelector(ISqlDialect dialect) => $"""
        SELECT secret.token_id AS {nameof(TokenRow.TokenId)}, secret.verifier AS {nameof(TokenRow.Verifier)},
            secret.valid_until AS {nameof(TokenRow.ValidUntil)}, token.expires_at AS {nameof(TokenRow.ExpiresAt)},
            token.created_at AS {nameof(TokenRow.CreatedAt)}, token.scopes AS {nameof(TokenRow.Scopes)},
            token.enabled AS {nameof(TokenRow.Enabled)}, account.enabled AS {nameof(TokenRow.AccountEnabled)},
            account.account_type AS {nameof(TokenRow.AccountType)}, account.name AS {nameof(TokenRow.Name)},
            {CallerRow.Columns}
        FROM ({SecretSql.Find(dialect)}) AS secret
            JOIN personal_access_tokens AS token ON token.id = secret.token_id
            JOIN users AS account ON account.id = token.user_id
        """;

    public async Task<StoredToken?> FindAsync(string selector, CancellationToken cancellationToken)
    {
        var row = await database.FindBySelectorAsync<TokenRow>(SelectBySelector(database.Dialect), selector, cancellationToken);
        return row?.ToToken();
    }

    public Task WriteLastUsedAsync(IReadOnlyList<LastUse> uses, CancellationToken cancellationToken) =>
        database.WriteLastUsedFromAsync("personal_access_tokens", uses, cancellationToken);

    private sealed class TokenRow : CallerRow
    {
        public long TokenId { get; init; }

        public byte[] Verifier { get; init; } = [];

        public DateTimeOffset? ValidUntil { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public string? Scopes { get; init; }

        public int Enabled { get; init; }

        public int AccountEnabled { get; init; }

        public string AccountType { get; init; } = "";

        public string? Name { get; init; }

        public StoredToken ToToken()
        {
            var scopes = TokenScopes.FromStored(Scopes);
            var caller = ToCaller() with { Token = new AuthenticatingToken(TokenId, ExpiresAt) { Scopes = scopes } };
            return new StoredToken(TokenId, Verifier, ExpiresAt, caller)
            {
                CreatedAt = CreatedAt,
                Scopes = scopes,
                SupersededAt = ValidUntil,
                IsDisabled = Enabled == 0 || AccountEnabled == 0,
                Owner = new TokenOwner(UserId, AccountTypeName.Parse(AccountType), Username, Email, Name),
            };
        }
    }
}
